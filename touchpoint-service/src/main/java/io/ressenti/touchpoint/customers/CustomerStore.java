package io.ressenti.touchpoint.customers;

import io.quarkus.arc.All;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes in who is merged, un-merged and erased. The same events again, in whatever order, leave the same. */
@ApplicationScoped
class CustomerStore {

    private static final Logger LOG = Logger.getLogger(CustomerStore.class);

    private final Pool pool;
    private final ErasedCustomers erasures;
    private final CustomerLinks links;
    private final List<CustomerData> data;

    CustomerStore(Pool pool, ErasedCustomers erasures, CustomerLinks links, @All List<CustomerData> data) {
        this.pool = pool;
        this.erasures = erasures;
        this.links = links;
        this.data = data;
    }

    /** Stores in one transaction: erasures first, as they void what was received before, in this batch too. */
    Uni<Void> add(List<CustomerEvent> events) {
        var erased = events.stream()
                .filter(CustomerErased.class::isInstance)
                .map(CustomerErased.class::cast)
                .toList();
        var linked = events.stream().map(Link::of).flatMap(Optional::stream).toList();
        return pool.withTransaction(connection -> remember(connection, erased)
                .chain(() -> erasures.standing(connection, linked, Link::mention))
                .chain(standing -> erasures.standing(connection, standing, Link::mentionOfOther))
                .chain(standing -> links.add(connection, withoutNames(linked, standing)))
                .chain(() -> erase(connection, erased)));
    }

    /** {@code linked}, those that do not stand without names. */
    private static List<Link> withoutNames(List<Link> linked, List<Link> standing) {
        var named = Set.copyOf(standing);
        return linked.stream()
                .map(link -> named.contains(link) ? link : link.voided())
                .toList();
    }

    private Uni<Void> remember(SqlConnection connection, List<CustomerErased> erased) {
        return erased.isEmpty() ? Uni.createFrom().voidItem() : erasures.remember(connection, erased);
    }

    private Uni<Void> erase(SqlConnection connection, List<CustomerErased> erased) {
        if (erased.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(data)
                .onItem()
                .transformToUniAndConcatenate(kept -> kept.erase(connection, erased))
                .onItem()
                .ignoreAsUni()
                .invoke(() -> LOG.infof("event=customers.erased customers=%d", erased.size()));
    }
}
