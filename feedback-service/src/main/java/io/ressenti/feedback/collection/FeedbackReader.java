package io.ressenti.feedback.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads what was stored. */
@ApplicationScoped
class FeedbackReader {

    private static final String FIND =
            "SELECT " + FeedbackQuery.COLUMNS + " FROM feedback WHERE brand = $1 AND source = $2 AND id = $3";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String REVISIONS = """
            SELECT revision, channel, occurred_at, received_at, answers::text AS answers, comment, language FROM (
                SELECT revision, channel, occurred_at, coalesce(amended_at, received_at) AS received_at,
                       answers, comment, language
                FROM feedback WHERE brand = $1 AND source = $2 AND id = $3
                UNION ALL
                SELECT revision, channel, occurred_at, received_at, answers, comment, language
                FROM feedback_revision WHERE brand = $1 AND source = $2 AND id = $3) AS revision
            WHERE revision < $4 ORDER BY revision DESC LIMIT $5
            """;

    private static final TypeReference<List<Answer>> ANSWERS = new TypeReference<>() {};

    private final Pool pool;
    private final ObjectMapper json;

    FeedbackReader(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What {@code source} calls {@code id}, if it is there. */
    Uni<Optional<FeedbackView>> find(String brand, String source, String id) {
        return one(pool, FIND, brand, source, id);
    }

    /** The same, locked until the transaction of {@code connection} ends. */
    Uni<Optional<FeedbackView>> lock(SqlClient connection, String brand, String source, String id) {
        return one(connection, LOCK, brand, source, id);
    }

    /** What stands and what stood before, the latest first, below revision {@code before}; empty where nothing is known. */
    Uni<List<RevisionView>> revisions(String brand, String source, String id, int before, int limit) {
        return pool.preparedQuery(REVISIONS)
                .execute(Tuple.of(brand, source, id, before, limit))
                .map(rows -> list(rows, this::revision));
    }

    /** A page, newest first. */
    Uni<Page<FeedbackView>> list(FeedbackQuery query) {
        return pool.preparedQuery(query.sql())
                .execute(query.tuple())
                .map(rows -> Page.of(list(rows, this::view), query.limit(), FeedbackQuery::cursorAfter));
    }

    private Uni<Optional<FeedbackView>> one(SqlClient client, String sql, String brand, String source, String id) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(brand, source, id))
                .map(rows -> list(rows, this::view).stream().findFirst());
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private RevisionView revision(Row row) {
        return new RevisionView(
                row.getInteger("revision"),
                row.getString("channel"),
                Columns.instant(row, "occurred_at"),
                Columns.instant(row, "received_at"),
                answers(row.getString("answers")),
                row.getString("comment"),
                row.getString("language"));
    }

    private FeedbackView view(Row row) {
        return new FeedbackView(
                row.getString("id"),
                row.getString("source"),
                row.getString("customer"),
                row.getString("journey_id"),
                row.getString("touchpoint"),
                Stage.valueOf(row.getString("stage")),
                row.getString("channel"),
                row.getString("partner"),
                Columns.instant(row, "occurred_at"),
                Columns.instant(row, "received_at"),
                row.getInteger("revision"),
                Columns.instant(row, "amended_at"),
                answers(row.getString("answers")),
                row.getString("comment"),
                row.getString("language"));
    }

    private List<Answer> answers(String stored) {
        try {
            return json.readValue(stored, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers of our own cannot be read", e);
        }
    }
}
