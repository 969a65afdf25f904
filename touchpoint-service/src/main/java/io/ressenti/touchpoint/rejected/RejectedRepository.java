package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What was not taken in, as people look at it and change it. */
@ApplicationScoped
class RejectedRepository {

    private static final String VIEW = """
            id, brand, origin, state, reason, detail, errors::text AS errors, source, event_id, topic, service,
            repaired IS NOT NULL AS is_repaired, times, first_at, last_at, changed_by, changed_at\
            """;

    private static final String WHOLE = VIEW + ", event, repaired, record_key, headers::text AS headers";

    private static final String WANTED = """
            state = $2 AND ($3::text IS NULL OR reason = $3) AND ($4::text IS NULL OR origin = $4)
              AND ($5::text IS NULL OR source = $5) AND last_at >= $6 AND last_at < $7\
            """;

    /** A page of each brand by itself, as the index has it: what an operator sees of two need not be sorted whole. */
    private static final String PAGE = """
            SELECT page.* FROM unnest($1::text[]) AS own (brand) CROSS JOIN LATERAL (
                SELECT %1$s FROM rejected
                WHERE rejected.brand = own.brand AND %2$s AND (last_at, id) %3$s ($8, $9)
                ORDER BY last_at %4$s, id %4$s LIMIT $10 %5$s) AS page
            ORDER BY last_at %4$s, id %4$s LIMIT $10
            """;

    private static final String LIST = PAGE.formatted(VIEW, WANTED, "<", "DESC", "");

    private static final String NEXT = PAGE.formatted(WHOLE, WANTED, ">", "ASC", "FOR UPDATE SKIP LOCKED");

    private static final String ONE = "SELECT " + WHOLE + " FROM rejected WHERE brand = ANY($1) AND id = $2";

    private static final String COUNT = """
            SELECT count(*) AS count FROM rejected WHERE brand = ANY($1) AND %s AND (last_at, id) > ($8, $9)
            """.formatted(WANTED);

    private static final String MARK = """
            UPDATE rejected SET state = $3, changed_by = $4, changed_at = $5
            FROM unnest($1::text[], $2::uuid[]) AS done (brand, id)
            WHERE rejected.brand = done.brand AND rejected.id = done.id
            """;

    private static final String REPAIR = """
            UPDATE rejected SET repaired = $3, changed_by = $4, changed_at = $5,
                                customers = CASE WHEN $6::uuid IS NULL OR $6 = ANY (customers) THEN customers
                                            ELSE customers || $6 END
            WHERE brand = $1 AND id = $2
            """;

    /** Headers hold whatever a producer put there: read as written, not strictly. */
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Envelope.Header>> HEADERS = new TypeReference<>() {};

    private final Pool pool;

    RejectedRepository(Pool pool) {
        this.pool = pool;
    }

    /** The rows asked for that stand before {@code before}, newest first. */
    Uni<List<RejectedView>> list(RejectedFilter filter, Position before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(parameters(filter, before).addInteger(limit))
                .map(rows -> all(rows, RejectedRepository::view));
    }

    /** One row; ends with 404 where none of {@code brands} has it. */
    Uni<Rejected> get(List<String> brands, UUID id) {
        return one(pool, ONE, brands, id);
    }

    /** One row, locked until the transaction of {@code connection} ends; ends with 404 where none of {@code brands} has it. */
    Uni<Rejected> lock(SqlClient connection, List<String> brands, UUID id) {
        return one(connection, ONE + " FOR UPDATE", brands, id);
    }

    /** The rows asked for after {@code after}, oldest first, locked; those that somebody else works on are left out. */
    Uni<List<Rejected>> lockNext(SqlClient connection, RejectedFilter filter, Position after, int limit) {
        return connection
                .preparedQuery(NEXT)
                .execute(parameters(filter, after).addInteger(limit))
                .map(rows -> all(rows, RejectedRepository::whole));
    }

    /** How many of the rows asked for stand after {@code after}, oldest first. */
    Uni<Long> countAfter(RejectedFilter filter, Position after) {
        return pool.preparedQuery(COUNT)
                .execute(parameters(filter, after))
                .map(rows -> rows.iterator().next().getLong("count"));
    }

    /** Says that somebody dealt with {@code rows} at {@code at}: what comes again after that time is open again. */
    Uni<Void> mark(SqlClient connection, List<RejectedView> rows, State state, String by, Instant at) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Columns.of(rows)
                .text(RejectedView::brand)
                .uuid(RejectedView::id)
                .toTuple()
                .addString(state.name())
                .addString(by)
                .addOffsetDateTime(Columns.atUtc(at));
        return connection.preparedQuery(MARK).execute(parameters).replaceWithVoid();
    }

    /** Keeps {@code repaired} beside what came; an erasure finds it by either's customer. */
    Uni<Void> repair(SqlClient connection, RejectedView row, byte[] repaired, String by, Instant at) {
        var parameters = Tuple.tuple()
                .addString(row.brand())
                .addUUID(row.id())
                .addBuffer(Buffer.buffer(repaired))
                .addString(by)
                .addOffsetDateTime(Columns.atUtc(at))
                .addUUID(Mentioned.customerIn(repaired)
                        .map(customer -> Pseudonym.of(row.brand(), customer))
                        .orElse(null));
        return connection.preparedQuery(REPAIR).execute(parameters).replaceWithVoid();
    }

    private static Uni<Rejected> one(SqlClient client, String sql, List<String> brands, UUID id) {
        var parameters =
                Tuple.tuple().addArrayOfString(brands.toArray(String[]::new)).addUUID(id);
        return client.preparedQuery(sql).execute(parameters).map(rows -> all(rows, RejectedRepository::whole).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "Nothing with the id " + id + " was rejected. GET /api/v1/rejected lists all."))));
    }

    private static Tuple parameters(RejectedFilter filter, Position position) {
        return Tuple.tuple()
                .addArrayOfString(filter.brands().toArray(String[]::new))
                .addString(filter.state().name())
                .addString(filter.reason())
                .addString(filter.origin() == null ? null : filter.origin().name())
                .addString(filter.source())
                .addOffsetDateTime(Columns.atUtc(filter.from()))
                .addOffsetDateTime(Columns.atUtc(filter.to()))
                .addOffsetDateTime(Columns.atUtc(position.lastAt()))
                .addUUID(position.id());
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static Rejected whole(Row row) {
        return new Rejected(view(row), bytes(row, "event"), bytes(row, "repaired"), envelope(row));
    }

    private static RejectedView view(Row row) {
        return new RejectedView(
                row.getUUID("id"),
                row.getString("brand"),
                Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                read(row.getString("errors"), VIOLATIONS),
                row.getString("source"),
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("service"),
                row.getBoolean("is_repaired"),
                row.getLong("times"),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at"));
    }

    private static Envelope envelope(Row row) {
        if (row.getString("topic") == null) {
            return null;
        }
        var key = bytes(row, "record_key");
        return new Envelope(
                row.getString("topic"),
                row.getString("service"),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                read(row.getString("headers"), HEADERS));
    }

    private static byte[] bytes(Row row, String column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rejection cannot be read back", e);
        }
    }
}
