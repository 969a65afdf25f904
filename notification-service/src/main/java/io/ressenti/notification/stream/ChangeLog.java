package io.ressenti.notification.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AlertChange;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads alert changes in the order of their numbers. */
@ApplicationScoped
class ChangeLog {

    private static final String LAST = "SELECT last FROM alert_sequence WHERE brand = $1";

    private static final String AFTER = """
            SELECT seq, change, alert::text AS alert_text, received_at FROM alert_change
            WHERE brand = $1 AND seq > $2 ORDER BY seq LIMIT $3
            """;

    /** What a client gets. */
    @RegisterForReflection
    private record Data(AlertChange change, @JsonRawValue String alert, Instant receivedAt) {}

    private final Pool pool;
    private final ObjectMapper json;

    ChangeLog(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** The number of the latest change of {@code brand}; 0 where there is none. */
    Uni<Long> last(String brand) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(brand))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("last"));
    }

    /** The first {@code limit} changes of {@code brand} after number {@code seq}. */
    Uni<List<StreamedChange>> after(String brand, long seq, int limit) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(brand, seq, limit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(this::change)
                .toList());
    }

    private StreamedChange change(Row row) {
        var data = new Data(
                AlertChange.valueOf(row.getString("change")),
                row.getString("alert_text"),
                Columns.instant(row, "received_at"));
        try {
            return new StreamedChange(row.getLong("seq"), json.writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written as JSON", e);
        }
    }
}
