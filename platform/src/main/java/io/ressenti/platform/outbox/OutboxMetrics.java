package io.ressenti.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * {@code ressenti_outbox_events} and {@code ressenti_outbox_oldest_age_seconds}: what waits for Kafka, as it was when it was last looked at. A
 * scrape never waits for the database; while that is away nothing is known, and the gauges say so (NaN).
 */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    /** Counting ends at 10,000: beyond that the number says no more than the age, and costs more. */
    private static final String LOOK = """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox LIMIT 10000) AS counted)::float8 AS waiting,
                coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at) FROM outbox ORDER BY id LIMIT 1), 0)::float8 AS age
            """;

    private static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN);

    private final Instance<Pool> pool;
    private final OutboxConfig config;
    private final Vertx vertx;
    private volatile Waiting last = UNKNOWN;
    private long timer;

    private record Waiting(double events, double oldestAge) {}

    OutboxMetrics(Instance<Pool> pool, OutboxConfig config, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
        gauge("ressenti.outbox.events", Waiting::events)
                .description("Events that are committed and not yet on Kafka; 10,000 stands for more")
                .register(metrics);
        gauge("ressenti.outbox.oldest.age", Waiting::oldestAge)
                .description("How long the oldest of them has been waiting")
                .baseUnit("seconds")
                .register(metrics);
    }

    private Gauge.Builder<?> gauge(String name, Function<Waiting, Double> value) {
        return Gauge.builder(name, () -> value.apply(last));
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.observe().toMillis(), tick -> look());
        look();
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        waiting().subscribe().with(waiting -> last = waiting, this::unknown);
    }

    private Uni<Waiting> waiting() {
        return pool.get()
                .query(LOOK)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Waiting(row.getDouble("waiting"), row.getDouble("age")));
    }

    private void unknown(Throwable failure) {
        last = UNKNOWN;
        LOG.warnf("event=outbox.unknown reason=%s", failure.getClass().getSimpleName());
    }
}
