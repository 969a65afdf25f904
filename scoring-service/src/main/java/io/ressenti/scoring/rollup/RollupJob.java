package io.ressenti.scoring.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.scoring.ScoringConfig;
import io.ressenti.scoring.rollup.RollupFold.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Folds changes into the sums, and packs sums of days and months that have ended, now and then; one instance at a time. */
@ApplicationScoped
class RollupJob {

    private static final Logger LOG = Logger.getLogger(RollupJob.class);

    /** Held by the transaction that folds or packs. */
    private static final long LOCK = 0x726f_6c6c_7570_0001L;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1) AS taken";

    /** Makes room at once: the table is read as a whole, and must stay short. */
    private static final String VACUUM = "VACUUM signal_change";

    private final Pool pool;
    private final ScoringConfig config;
    private final Vertx vertx;
    private final Timer foldingTime;
    private final Timer packingTime;
    private final WakeableTask folding = new WakeableTask("rollup", this::foldSome);
    private final WakeableTask packing = new WakeableTask("packing", this::packSome);
    private long foldingTimer;
    private long packingTimer;

    RollupJob(Pool pool, ScoringConfig config, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
        this.foldingTime = metrics.timer("ressenti.rollup", "step", "fold");
        this.packingTime = metrics.timer("ressenti.rollup", "step", "pack");
    }

    void start(@Observes StartupEvent started) {
        foldingTimer = vertx.setPeriodic(config.rollUpEvery().toMillis(), tick -> folding.wake());
        packingTimer = vertx.setPeriodic(config.packEvery().toMillis(), tick -> packing.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(foldingTimer);
        vertx.cancelTimer(packingTimer);
    }

    /** Gives true where more is waiting. */
    Uni<Boolean> foldSome() {
        return timed(foldingTime, pool.withTransaction(this::foldAlone))
                .call(outcome -> outcome.some() ? vacuum() : Uni.createFrom().voidItem())
                .map(Outcome::more);
    }

    /** What cannot be made room of now can be after the next folding. */
    private Uni<Void> vacuum() {
        return pool.query(VACUUM)
                .execute()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "event=rollup.unvacuumed reason=%s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Gives true where more is waiting. */
    Uni<Boolean> packSome() {
        return timed(packingTime, pool.withTransaction(this::packAlone));
    }

    /** Notes how long {@code step} took, where it succeeded. */
    private static <T> Uni<T> timed(Timer timer, Uni<T> step) {
        return Uni.createFrom().deferred(() -> {
            var sample = Timer.start();
            return step.invoke(() -> sample.stop(timer));
        });
    }

    private Uni<Outcome> foldAlone(SqlConnection transaction) {
        return alone(transaction)
                .chain(alone ->
                        alone ? RollupFold.fold(transaction) : Uni.createFrom().item(Outcome.NOTHING));
    }

    /** Folds first: while one portion after the other is packed, nobody else finds a moment to fold, and drops wait for that. */
    private Uni<Boolean> packAlone(SqlConnection transaction) {
        return alone(transaction)
                .chain(alone -> alone
                        ? RollupFold.fold(transaction).chain(() -> RollupPacking.pack(transaction))
                        : Uni.createFrom().item(false));
    }

    /** Whether nobody else folds or packs until the end of the transaction. */
    private static Uni<Boolean> alone(SqlConnection transaction) {
        return transaction.preparedQuery(TRY_LOCK).execute(Tuple.of(LOCK)).map(rows -> rows.iterator()
                .next()
                .getBoolean("taken"));
    }
}
