package io.ressenti.touchpoint.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The lines of all timelines. */
@ApplicationScoped
class JourneyRepository {

    /** A line and whose it is. */
    record Line(String brand, String customer, JourneyEntry entry) {}

    private static final String INSERT = """
            INSERT INTO journey_entry (brand, source, id, kind, customer, journey_id, occurred_at, entry)
            SELECT brand, source, id, kind, customer, journey_id, occurred_at, entry::jsonb
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[])
                 AS line (brand, source, id, kind, customer, journey_id, occurred_at, entry)
            ON CONFLICT DO NOTHING
            """;

    private static final String SELECT = """
            SELECT entry::text AS entry FROM journey_entry
            WHERE brand = $1 AND customer = $2 AND occurred_at >= $3 AND occurred_at < $4
              AND (occurred_at, kind, source, id) > ($5, $6, $7, $8)
              AND ($9::text IS NULL OR journey_id = $9)
            ORDER BY occurred_at, kind, source, id LIMIT $10
            """;

    /** In the order of the primary key, so that two instances lock in the same order. */
    private static final Comparator<Line> BY_KEY = Comparator.comparing(Line::brand)
            .thenComparing(line -> line.entry().source())
            .thenComparing(line -> line.entry().id())
            .thenComparing(line -> line.entry().kind());

    private final Pool pool;
    private final ObjectMapper json;

    JourneyRepository(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Adds those of {@code lines} that are not there yet, within the transaction of {@code connection}. */
    Uni<Void> add(SqlClient connection, List<Line> lines) {
        var sorted = lines.stream().sorted(BY_KEY).toList();
        var columns = Tuple.tuple()
                .addArrayOfString(texts(sorted, Line::brand))
                .addArrayOfString(texts(sorted, line -> line.entry().source()))
                .addArrayOfString(texts(sorted, line -> line.entry().id()))
                .addArrayOfString(texts(sorted, line -> line.entry().kind().name()))
                .addArrayOfString(texts(sorted, Line::customer))
                .addArrayOfString(texts(sorted, line -> line.entry().journeyId()))
                .addArrayOfOffsetDateTime(sorted.stream()
                        .map(line -> utc(line.entry().occurredAt()))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(sorted, line -> write(line.entry())));
        return connection.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }

    /** The lines asked for, oldest first. */
    Uni<List<JourneyEntry>> find(JourneyQuery query) {
        var parameters = Tuple.tuple()
                .addString(query.brand())
                .addString(query.customer())
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.to()))
                .addOffsetDateTime(utc(query.after().occurredAt()))
                .addString(query.after().kind())
                .addString(query.after().source())
                .addString(query.after().id())
                .addString(query.journeyId())
                .addInteger(query.limit());
        return pool.preparedQuery(SELECT).execute(parameters).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(this::read)
                .toList());
    }

    private String write(JourneyEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of a timeline cannot be written as JSON", e);
        }
    }

    private JourneyEntry read(Row row) {
        try {
            return json.readValue(row.getString("entry"), JourneyEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of a timeline cannot be read back", e);
        }
    }

    private static String[] texts(List<Line> lines, Function<Line, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
