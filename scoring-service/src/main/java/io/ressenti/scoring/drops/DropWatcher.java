package io.ressenti.scoring.drops;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.scoring.ScoringConfig;
import io.ressenti.scoring.model.drop.BucketTally;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** Has what has changed evaluated as soon as its bucket has closed. */
@ApplicationScoped
class DropWatcher {

    private final DropEvaluator evaluator;
    private final DropsConfig config;
    private final ScoringConfig scoring;
    private final Vertx vertx;
    private final WakeableTask evaluation = new WakeableTask("drops", this::evaluate);
    private long timer;

    DropWatcher(DropEvaluator evaluator, DropsConfig config, ScoringConfig scoring, Vertx vertx) {
        this.evaluator = evaluator;
        this.config = config;
        this.scoring = scoring;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        requireFoldedFirst(scoring.rollUpEvery(), config.grace());
        timer = vertx.setPeriodic(config.every().toMillis(), tick -> evaluation.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** A bucket that is looked at before its last signals are folded into it would be judged by the others alone. */
    static void requireFoldedFirst(Duration rollUpEvery, Duration grace) {
        if (rollUpEvery.compareTo(grace) >= 0) {
            throw new IllegalStateException(String.format(
                    "ressenti.scoring.roll-up-every (%s) must be shorter than ressenti.scoring.drops.grace (%s)",
                    rollUpEvery, grace));
        }
    }

    private Uni<Boolean> evaluate() {
        var now = Instant.now();
        return evaluator.evaluateNext(BucketTally.startOf(now.minus(config.grace())), now);
    }
}
