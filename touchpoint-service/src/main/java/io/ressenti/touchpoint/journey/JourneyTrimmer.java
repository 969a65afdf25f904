package io.ressenti.touchpoint.journey;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.touchpoint.journey.RetentionRepository.Limit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deletes, now and then, what is older than it may be: ids, months, lines, journeys. Several instances may do so at once. A run
 * that fails leaves the rest to the next one.
 */
@ApplicationScoped
class JourneyTrimmer {

    private static final Logger LOG = Logger.getLogger(JourneyTrimmer.class);

    /** What PostgreSQL says where a month is held by a reader or writer: a lock not to be had in time, or a deadlock. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private final TrimTable table;
    private final RetentionRepository brands;
    private final RetentionPolicy policy;
    private final JourneyConfig config;
    private final Vertx vertx;
    private final WakeableTask task = new WakeableTask("journeys.trim", () -> trim().replaceWith(false));
    private long timer;

    JourneyTrimmer(
            TrimTable table, RetentionRepository brands, RetentionPolicy policy, JourneyConfig config, Vertx vertx) {
        this.table = table;
        this.brands = brands;
        this.policy = policy;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.trimEvery().toMillis(), tick -> task.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Deletes all that is too old by now. */
    Uni<Void> trim() {
        return forgetIds().chain(this::dropMonths).chain(this::limits).chain(this::trimBrands);
    }

    private Uni<Void> forgetIds() {
        var since = policy.rememberedSince();
        return inParts(() -> table.forgetIds(since))
                .invoke(ids -> LOG.debugf("event=journeys.trimmed ids=%d", ids))
                .replaceWithVoid();
    }

    /**
     * Whole months first: that costs next to nothing, and leaves less to delete one by one. A month that somebody holds stays until
     * the next run; its lines are deleted all the same.
     */
    private Uni<Void> dropMonths() {
        return Uni.createFrom()
                .deferred(() -> table.dropMonth(policy.keptSince()))
                .repeat()
                .whilst(dropped -> dropped)
                .filter(dropped -> dropped)
                .collect()
                .asList()
                .invoke(months -> LOG.debugf("event=journeys.trimmed months=%d", months.size()))
                .replaceWithVoid()
                .onFailure(JourneyTrimmer::isHeld)
                .invoke(() -> LOG.infof("event=journeys.month.held"))
                .onFailure(JourneyTrimmer::isHeld)
                .recoverWithNull();
    }

    private static boolean isHeld(Throwable failure) {
        return failure instanceof PgException pg && HELD.contains(pg.getSqlState());
    }

    private Uni<List<Limit>> limits() {
        if (config.retention().isEmpty()) {
            return brands.ownLimits();
        }
        return brands.ownLimits()
                .chain(own -> brands.othersKeptSince(policy.keptSince()).map(others -> {
                    var all = new ArrayList<>(own);
                    all.addAll(others);
                    return all;
                }));
    }

    private Uni<Void> trimBrands(List<Limit> limits) {
        return Multi.createFrom()
                .iterable(limits)
                .onItem()
                .transformToUniAndConcatenate(this::trimBrand)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> trimBrand(Limit limit) {
        return inParts(() -> table.deleteLines(limit))
                .invoke(lines -> LOG.debugf("event=journeys.trimmed brand=%s lines=%d", limit.brand(), lines))
                .chain(() -> inParts(() -> table.sumUpAgain(limit)))
                .replaceWithVoid();
    }

    /** Repeats {@code part} until it finds less than a whole part; gives the sum. */
    private static Uni<Integer> inParts(Supplier<Uni<Integer>> part) {
        return Uni.createFrom()
                .deferred(part::get)
                .repeat()
                .whilst(found -> found == TrimTable.PART)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
