package io.ressenti.touchpoint.rejected;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Keeps the table bounded, in small transactions. Of several instances one does it at a time: two that count what is too much
 * would each delete it.
 */
@ApplicationScoped
class RejectedTrimmer {

    private static final Logger LOG = Logger.getLogger(RejectedTrimmer.class);

    private static final int CHUNK = 1000;

    private static final String RETENTION = "retention";
    private static final String EXCESS = "excess";

    /** Arbitrary, and nobody else's. */
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(7236915001) AS mine";

    private static final String DELETE_OLD = """
            DELETE FROM rejected WHERE (brand, id) IN (
                SELECT brand, id FROM rejected WHERE last_at < $1 ORDER BY last_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    /** The oldest open ones of each brand that has more than $1 of them. */
    private static final String DELETE_EXCESS = """
            WITH crowded AS (
                SELECT brand, count(*) - $1 AS excess FROM rejected WHERE state = 'OPEN'
                GROUP BY brand HAVING count(*) > $1)
            DELETE FROM rejected WHERE (brand, id) IN (
                SELECT oldest.brand, oldest.id FROM crowded CROSS JOIN LATERAL (
                    SELECT brand, id FROM rejected WHERE rejected.brand = crowded.brand AND state = 'OPEN'
                    ORDER BY last_at, id LIMIT least(crowded.excess, $2)) AS oldest)
            """;

    private static final String COUNT_OPEN = "SELECT count(*) AS open FROM rejected WHERE state = 'OPEN'";

    private final Pool pool;
    private final RejectedConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final AtomicLong open;
    private final WakeableTask task = new WakeableTask("rejected.trim", this::trim);
    private long timer;

    RejectedTrimmer(Pool pool, RejectedConfig config, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
        this.open = metrics.gauge("ressenti.rejected.open", new AtomicLong());
        deleted(RETENTION);
        deleted(EXCESS);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.trimEvery().toMillis(), tick -> task.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** One round; true where more is to be deleted. After the last one it is counted what stays. */
    Uni<Boolean> trim() {
        return pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean("mine"))
                        .chain(mine ->
                                mine ? delete(connection) : Uni.createFrom().item(false)))
                .call(more -> more ? Uni.createFrom().voidItem() : countOpen());
    }

    private Uni<Boolean> delete(SqlConnection connection) {
        var oldest = Columns.atUtc(Instant.now().minus(config.retention()));
        return delete(connection, DELETE_OLD, Tuple.of(oldest, CHUNK), RETENTION)
                .chain(old -> delete(connection, DELETE_EXCESS, Tuple.of(config.maxPerBrand(), CHUNK), EXCESS)
                        .map(excess -> old >= CHUNK || excess >= CHUNK));
    }

    private Uni<Integer> delete(SqlConnection connection, String sql, Tuple parameters, String cause) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(deleted -> deleted.rowCount())
                .invoke(count -> report(count, cause));
    }

    private Counter deleted(String cause) {
        return metrics.counter("ressenti.rejected.deleted", "cause", cause);
    }

    private void report(int count, String cause) {
        deleted(cause).increment(count);
        if (count > 0) {
            LOG.infof("event=rejected.deleted cause=%s count=%d", cause, count);
        }
    }

    private Uni<Long> countOpen() {
        return pool.query(COUNT_OPEN)
                .execute()
                .map(rows -> rows.iterator().next().getLong("open"))
                .invoke(open::set);
    }
}
