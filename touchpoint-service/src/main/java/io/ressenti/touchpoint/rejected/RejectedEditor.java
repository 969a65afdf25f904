package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.rejected.model.EventJson;
import io.ressenti.touchpoint.rejected.model.MergePatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Repairs and discards what was not taken in. A row is locked meanwhile: of two people at once, the second sees what the first did. */
@ApplicationScoped
class RejectedEditor {

    private static final Logger LOG = Logger.getLogger(RejectedEditor.class);

    /** What a Kafka record holds by default, less some room for its headers. */
    private static final int MAX_BYTES = 1_000_000;

    private final Pool pool;
    private final RejectedRepository rejected;

    RejectedEditor(Pool pool, RejectedRepository rejected) {
        this.pool = pool;
        this.rejected = rejected;
    }

    /** Changes the event by a merge patch; gives the row as it is then. */
    Uni<Rejected> patch(List<String> brands, UUID id, JsonNode patch, String by) {
        if (!patch.isObject()) {
            throw new ProblemException(Problem.invalid(
                    "", "The patch is not a JSON object: it would put itself in place of the event. Use PUT …/event."));
        }
        return change(brands, id, by, row -> EventJson.write(MergePatch.apply(objectIn(row), patch)));
    }

    /** Puts {@code event} in place of the event; gives the row as it is then. */
    Uni<Rejected> replace(List<String> brands, UUID id, byte[] event, String by) {
        return change(brands, id, by, row -> event);
    }

    /** Discards a row; to do it again changes nothing. */
    Uni<Void> discard(List<String> brands, UUID id, String by) {
        return pool.withTransaction(connection -> rejected.lock(connection, brands, id)
                        .map(Rejected::view)
                        .call(row -> discard(connection, row, by)))
                .invoke(row -> LOG.infof("event=rejected.discarded id=%s brand=%s", id, row.brand()))
                .replaceWithVoid();
    }

    private Uni<Void> discard(SqlClient connection, RejectedView row, String by) {
        if (row.state() == State.DISCARDED) {
            return Uni.createFrom().voidItem();
        }
        checkOpen(row);
        return rejected.mark(connection, List.of(row), State.DISCARDED, by, Instant.now());
    }

    /** Ends with 409 where {@code row} was dealt with already. */
    static void checkOpen(RejectedView row) {
        if (row.state() != State.OPEN) {
            throw new ProblemException(
                    Problem.conflict("It was " + row.state().name().toLowerCase(Locale.ROOT) + " at " + row.changedAt()
                            + ". It is open again when the same event comes again."));
        }
    }

    private Uni<Rejected> change(List<String> brands, UUID id, String by, Function<Rejected, byte[]> change) {
        return pool.withTransaction(connection -> rejected.lock(connection, brands, id)
                .invoke(row -> checkOpen(row.view()))
                .call(row -> repair(connection, row.view(), change.apply(row), by))
                .chain(() -> rejected.lock(connection, brands, id)));
    }

    private Uni<Void> repair(SqlClient connection, RejectedView row, byte[] event, String by) {
        checkSize(event);
        return rejected.repair(connection, row, event, by, Instant.now());
    }

    private static JsonNode objectIn(Rejected row) {
        return EventJson.find(row.current() == null ? new byte[0] : row.current())
                .filter(JsonNode::isObject)
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.conflict(
                                        "The event is not a JSON object that could be patched. Put a whole one there with PUT …/event.")));
    }

    private static void checkSize(byte[] event) {
        if (event.length > MAX_BYTES) {
            throw new ProblemException(Problem.tooLarge("1 MB, the most for a repaired event"));
        }
    }
}
