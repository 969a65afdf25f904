package io.ressenti.scoring.drops;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.scoring.model.drop.BucketTally;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** Has what has changed evaluated as soon as its bucket has closed. */
@ApplicationScoped
class DropWatcher {

    private final DropEvaluator evaluator;
    private final DropsConfig config;
    private final Vertx vertx;
    private final WakeableTask evaluation = new WakeableTask("drops", this::evaluate);
    private long timer;

    DropWatcher(DropEvaluator evaluator, DropsConfig config, Vertx vertx) {
        this.evaluator = evaluator;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(config.every().toMillis(), tick -> evaluation.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private Uni<Boolean> evaluate() {
        var now = Instant.now();
        return evaluator.evaluateNext(BucketTally.startOf(now.minus(config.grace())), now);
    }
}
