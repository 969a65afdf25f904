package io.ressenti.scoring.upkeep;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.scoring.upkeep.UpkeepReports.Failure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Performs runs in the background, one at a time for the whole service. */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final Pool pool;
    private final UpkeepRuns runs;
    private final UpkeepReports reports;

    Upkeep(Pool pool, UpkeepRuns runs, UpkeepReports reports) {
        this.pool = pool;
        this.runs = runs;
        this.reports = reports;
    }

    /**
     * Starts a run; completes once it has begun.
     *
     * @throws ProblemException 409 where another one goes on, in this instance or another
     */
    Uni<UpkeepRun> start(UpkeepTask task, String requestedBy) {
        return pool.getConnection().chain(guard -> runs.tryLock(guard)
                .invoke(Upkeep::refuseUnless)
                .chain(() -> runs.begin(task.name(), requestedBy))
                .invoke(run -> performInBackground(task, run, guard))
                .onFailure()
                .call(() -> release(guard)));
    }

    private static void refuseUnless(boolean taken) {
        if (!taken) {
            throw new ProblemException(Problem.conflict(
                    "A verification or a rebuild is under way; only one runs at a time. Wait for its end."));
        }
    }

    private void performInBackground(UpkeepTask task, UpkeepRun run, SqlConnection guard) {
        Thread.ofPlatform().daemon().name("upkeep").start(() -> {
            try {
                perform(task, run);
            } finally {
                release(guard).await().indefinitely();
            }
        });
    }

    private void perform(UpkeepTask task, UpkeepRun run) {
        LOG.infof("event=%s.started run=%s", task.name(), run.id());
        try {
            var report = task.perform(run, step -> runs.step(run, step).await().indefinitely());
            end(run, UpkeepState.DONE, report);
        } catch (UpkeepFailedException e) {
            end(run, UpkeepState.FAILED, new Failure(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "event=%s.failed run=%s", task.name(), run.id());
            end(run, UpkeepState.FAILED, new Failure("It failed unexpectedly; the service's log says more."));
        }
    }

    private void end(UpkeepRun run, UpkeepState state, Object report) {
        LOG.infof("event=%s.ended run=%s state=%s", run.task(), run.id(), state);
        try {
            runs.end(run, state, reports.write(report)).await().indefinitely();
        } catch (RuntimeException e) {
            // The database is away, and the lock with it: the run shows as interrupted.
            LOG.warnf(
                    "event=%s.unreported run=%s reason=%s",
                    run.task(), run.id(), e.getClass().getSimpleName());
        }
    }

    /** The lock goes with it; a connection that cannot say so any more has lost it already. */
    private Uni<Void> release(SqlConnection guard) {
        return runs.unlock(guard).onFailure().recoverWithNull().chain(guard::close);
    }
}
