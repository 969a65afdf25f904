package io.ressenti.touchpoint.journey;

import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery.Partner;
import io.ressenti.touchpoint.journey.JourneyTable.Added;
import io.ressenti.touchpoint.rejected.RejectedStore;
import io.ressenti.touchpoint.rejected.Rejection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;

/**
 * Stores lines so that each event counts once, however often and by whatever way it comes. Of two events with one key the first
 * stands; another that says something else goes to the rejected ones. Of an amended answer the highest revision stands.
 */
@ApplicationScoped
class JourneyStore {

    private final Pool pool;
    private final JourneyMonths months;
    private final JourneyTable table;
    private final ErasedCustomers erasures;
    private final RejectedStore rejected;
    private final PartnerDiscovery partners;
    private final RetentionPolicy retention;
    private final JourneyMetrics metrics;

    JourneyStore(
            Pool pool,
            JourneyMonths months,
            JourneyTable table,
            ErasedCustomers erasures,
            RejectedStore rejected,
            PartnerDiscovery partners,
            RetentionPolicy retention,
            JourneyMetrics metrics) {
        this.pool = pool;
        this.months = months;
        this.table = table;
        this.erasures = erasures;
        this.rejected = rejected;
        this.partners = partners;
        this.retention = retention;
        this.metrics = metrics;
    }

    /**
     * Stores {@code arrivals}, and the partners that they name, in one transaction. Storing them again changes nothing. What was
     * received of a customer before that customer was erased is left out.
     */
    Uni<Void> add(List<Arrival> arrivals, SortedSet<Partner> named) {
        return write(arrivals, named)
                .onFailure(months::isMissing)
                .recoverWithUni(() -> {
                    months.forget();
                    return write(arrivals, named);
                })
                .invoke(metrics::count)
                .replaceWithVoid();
    }

    private Uni<Stored> write(List<Arrival> arrivals, SortedSet<Partner> named) {
        return months.ensure(Batch.of(arrivals).months())
                .chain(() ->
                        pool.withTransaction(connection -> erasures.standing(connection, arrivals, Arrival::mention)
                                .map(Batch::of)
                                .chain(batch -> addLines(connection, batch))
                                .call(() -> partners.add(connection, named))));
    }

    private Uni<Stored> addLines(SqlConnection connection, Batch batch) {
        var keptSince = retention.keptSince();
        return table.add(connection, batch.lines(), keptSince)
                .chain(added -> JourneyAmendments.apply(connection, batch.amendments(), keptSince)
                        .chain(amended -> setConflictsAside(connection, batch, added.fresh() + amended)
                                .map(conflicts -> new Stored(batch.size(), added, amended, conflicts))));
    }

    private Uni<Integer> setConflictsAside(SqlConnection connection, Batch batch, int taken) {
        if (taken == batch.size()) {
            return Uni.createFrom().item(0);
        }
        var all = batch.all();
        return table.contradicted(connection, all.stream().map(Arrival::line).toList())
                .map(places -> places.stream()
                        .map(all::get)
                        .map(JourneyStore::conflict)
                        .toList())
                .call(conflicts -> rejected.add(connection, conflicts))
                .map(List::size);
    }

    private static Rejection conflict(Arrival arrival) {
        return Rejection.conflict(arrival.record(), arrival.event(), arrival.fingerprint());
    }

    /**
     * What became of a batch.
     *
     * @param received  how many events there were
     * @param added     how many were new, and how many of these got a line
     * @param amended   how many took the place of an earlier revision
     * @param conflicts how many contradicted the first
     */
    record Stored(int received, Added added, int amended, int conflicts) {}
}
