package io.ressenti.feedback.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.http.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what was stored. */
@ApplicationScoped
class FeedbackReader {

    private static final String FIND =
            "SELECT " + FeedbackQuery.COLUMNS + " FROM feedback WHERE brand = $1 AND source = $2 AND id = $3";

    private static final TypeReference<List<Answer>> ANSWERS = new TypeReference<>() {};

    private final Pool pool;
    private final ObjectMapper json;

    FeedbackReader(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What {@code source} calls {@code id}, if it is there. */
    Uni<Optional<FeedbackView>> find(String brand, String source, String id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(brand, source, id)).map(rows -> views(rows).stream()
                .findFirst());
    }

    /** A page, newest first. */
    Uni<Page<FeedbackView>> list(FeedbackQuery query) {
        return pool.preparedQuery(query.sql())
                .execute(query.tuple())
                .map(rows -> Page.of(views(rows), query.limit(), FeedbackQuery::cursorAfter));
    }

    private List<FeedbackView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::view).toList();
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
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
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
