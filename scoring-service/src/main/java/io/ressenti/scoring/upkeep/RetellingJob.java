package io.ressenti.scoring.upkeep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Takes up a retelling that was cut short, by a kill for instance, in whichever instance is there. */
@ApplicationScoped
class RetellingJob {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final String REQUESTED_BY = "scoring-service";

    private final Retelling retelling;
    private final Upkeep upkeep;
    private final Vertx vertx;
    private final WakeableTask task = new WakeableTask(Retelling.NAME, this::takeUp);
    private long timer;

    RetellingJob(Retelling retelling, Upkeep upkeep, Vertx vertx) {
        this.retelling = retelling;
        this.upkeep = upkeep;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(PERIOD.toMillis(), tick -> task.wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private Uni<Boolean> takeUp() {
        return retelling
                .isDue()
                .chain(due -> due ? begin() : Uni.createFrom().voidItem())
                .replaceWith(false);
    }

    /** Where a rebuild goes on, it tells itself. */
    private Uni<Void> begin() {
        return upkeep.start(retelling, REQUESTED_BY)
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}
