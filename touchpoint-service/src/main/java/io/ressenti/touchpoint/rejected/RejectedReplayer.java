package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Replays what was not taken in. It is published first and marked then, in one transaction that locks the row: who dies in
 * between leaves it open, and what was published twice counts once.
 */
@ApplicationScoped
class RejectedReplayer {

    private static final Logger LOG = Logger.getLogger(RejectedReplayer.class);

    /** So many rows are in memory at once: each may hold a megabyte. */
    private static final int CHUNK = 50;

    private static final int AT_ONCE = 16;

    /**
     * What became of several.
     *
     * @param replayed how many were taken in
     * @param rejected how many were refused again, and stay open
     * @param last     the last one that was tried
     * @param more     whether there may be more
     */
    record Progress(int replayed, int rejected, Position last, boolean more) {

        int tried() {
            return replayed + rejected;
        }
    }

    private record Outcome(RejectedView row, boolean replayed) {}

    private final Pool pool;
    private final RejectedRepository rejected;
    private final Resubmission resubmission;

    RejectedReplayer(Pool pool, RejectedRepository rejected, Resubmission resubmission) {
        this.pool = pool;
        this.rejected = rejected;
        this.resubmission = resubmission;
    }

    /** Replays one row; ends with the exact problem where it is refused again. */
    Uni<Void> replay(List<String> brands, UUID id, String by) {
        var at = now();
        return pool.withTransaction(connection -> rejected.lock(connection, brands, id)
                        .invoke(row -> RejectedEditor.checkOpen(row.view()))
                        .call(row -> resubmission.send(row).invoke(RejectedReplayer::throwIfPresent))
                        .map(Rejected::view)
                        .call(row -> rejected.mark(connection, List.of(row), State.REPLAYED, by, at)))
                .invoke(row -> LOG.infof("event=rejected.replayed id=%s brand=%s", row.id(), row.brand()))
                .replaceWithVoid();
    }

    /** Replays up to {@code most} of the rows asked for, the oldest first, beginning after {@code after}. */
    Uni<Progress> replayAll(RejectedFilter filter, Position after, int most, String by) {
        return continueFrom(new Progress(0, 0, after, true), filter, most, by)
                .invoke(done -> LOG.infof(
                        "event=rejected.replayed.all replayed=%d rejected=%d", done.replayed(), done.rejected()));
    }

    private Uni<Progress> continueFrom(Progress progress, RejectedFilter filter, int most, String by) {
        if (!progress.more() || progress.tried() >= most) {
            return Uni.createFrom().item(progress);
        }
        return replayChunk(progress, filter, Math.min(CHUNK, most - progress.tried()), by)
                .chain(further -> continueFrom(further, filter, most, by));
    }

    private Uni<Progress> replayChunk(Progress progress, RejectedFilter filter, int size, String by) {
        var at = now();
        return pool.withTransaction(connection -> rejected.lockNext(connection, filter, progress.last(), size)
                .chain(this::tryAll)
                .call(outcomes -> mark(connection, outcomes, by, at))
                .map(outcomes -> add(progress, outcomes, size)));
    }

    private Uni<List<Outcome>> tryAll(List<Rejected> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUni(
                        row -> resubmission.send(row).map(problem -> new Outcome(row.view(), problem.isEmpty())))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<Void> mark(SqlClient connection, List<Outcome> outcomes, String by, Instant at) {
        var replayed =
                outcomes.stream().filter(Outcome::replayed).map(Outcome::row).toList();
        return rejected.mark(connection, replayed, State.REPLAYED, by, at);
    }

    private static Progress add(Progress progress, List<Outcome> outcomes, int size) {
        var replayed = (int) outcomes.stream().filter(Outcome::replayed).count();
        var last = outcomes.stream()
                .map(outcome -> Position.of(outcome.row()))
                .max(Position.OLDEST_FIRST)
                .orElse(progress.last());
        return new Progress(
                progress.replayed() + replayed,
                progress.rejected() + outcomes.size() - replayed,
                last,
                outcomes.size() == size);
    }

    /** Before anything is published: what is refused after it opens the row again. Kafka tells time in milliseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void throwIfPresent(Optional<Problem> problem) {
        problem.ifPresent(found -> {
            throw new ProblemException(found);
        });
    }
}
