package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.journey.model.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads timelines, and the journeys that they are made of. */
@ApplicationScoped
class JourneyRepository {

    /** occurred_at stands there twice: by the row alone PostgreSQL would not see which months it can leave out. */
    private static final String LINES = """
            SELECT customer, kind, entry, occurred_at, source, id FROM journey_entry
            WHERE brand = $1 AND occurred_at >= $2 AND occurred_at < $3
              AND (occurred_at, kind, source, id) > ($4, $5, $6, $7)
              AND %s
            ORDER BY occurred_at, kind, source, id LIMIT $8
            """;

    private static final String OF_JOURNEY = LINES.formatted("journey_id = $9");

    /** A page of each identifier by itself, as the index has it: what a page costs does not grow with the history. */
    private static final String OF_CUSTOMERS =
            """
            SELECT line.* FROM unnest($9::text[]) AS who (customer) CROSS JOIN LATERAL (%s) AS line
            ORDER BY occurred_at, kind, source, id LIMIT $8
            """.formatted(LINES.formatted("customer = who.customer AND ($10::text IS NULL OR journey_id = $10)"));

    private static final String JOURNEYS_OF_CUSTOMERS = """
            SELECT journey.* FROM unnest($2::text[]) AS who (customer) CROSS JOIN LATERAL (
                SELECT * FROM journey
                WHERE brand = $1 AND customer = who.customer AND (first_at, journey_id, customer) < ($3, $4, $5)
                ORDER BY first_at DESC, journey_id DESC LIMIT $6) AS journey
            ORDER BY first_at DESC, journey_id DESC, customer DESC LIMIT $6
            """;

    /** Who it is about is named up to $3: a client can send the same journeyId for all its customers. */
    private static final String JOURNEY = """
            SELECT min(first_at) AS first_at, max(last_at) AS last_at, sum(touchpoints) AS touchpoints,
                   sum(feedback) AS feedback, sum(failures) AS failures, sum(broken_promises) AS broken_promises,
                   count(*) AS customers_total,
                   ARRAY(SELECT customer FROM journey WHERE brand = $1 AND journey_id = $2
                         ORDER BY customer LIMIT $3) AS customers
            FROM journey WHERE brand = $1 AND journey_id = $2 HAVING count(*) > 0
            """;

    private final Pool pool;

    JourneyRepository(Pool pool) {
        this.pool = pool;
    }

    /** The lines asked for, oldest first. */
    Uni<List<JourneyEntry>> lines(JourneyQuery query) {
        var parameters = Tuple.tuple()
                .addString(query.brand())
                .addOffsetDateTime(Columns.atUtc(query.earliest()))
                .addOffsetDateTime(Columns.atUtc(query.to()))
                .addOffsetDateTime(Columns.atUtc(query.after().occurredAt()))
                .addString(query.after().kind())
                .addString(query.after().source())
                .addString(query.after().id())
                .addInteger(query.limit());
        return pool.preparedQuery(statement(query, parameters))
                .execute(parameters)
                .map(rows -> list(rows, JourneyRepository::line));
    }

    /** The journeys of these identifiers after {@code after}, the one that began last first. */
    Uni<List<JourneySummary>> journeysOf(String brand, List<String> customers, JourneyPosition after, int limit) {
        var parameters = Tuple.tuple()
                .addString(brand)
                .addArrayOfString(customers.toArray(String[]::new))
                .addOffsetDateTime(Columns.atUtc(after.firstAt()))
                .addString(after.journeyId())
                .addString(after.customer())
                .addInteger(limit);
        return pool.preparedQuery(JOURNEYS_OF_CUSTOMERS)
                .execute(parameters)
                .map(rows -> list(rows, JourneyRepository::summary));
    }

    /** A journey as all its customers lived it, of whom it names the first {@code named}; empty where nobody knows it. */
    Uni<Optional<JourneyTotals>> journey(String brand, String journeyId, int named) {
        return pool.preparedQuery(JOURNEY)
                .execute(Tuple.of(brand, journeyId, named))
                .map(rows -> list(rows, row -> totals(journeyId, row)).stream().findFirst());
    }

    /** The statement for {@code query}, whose own parameters it adds. */
    private static String statement(JourneyQuery query, Tuple parameters) {
        if (query.customers().isEmpty()) {
            parameters.addString(query.journeyId());
            return OF_JOURNEY;
        }
        parameters.addArrayOfString(query.customers().toArray(String[]::new)).addString(query.journeyId());
        return OF_CUSTOMERS;
    }

    private static JourneyEntry line(Row row) {
        var customer = row.getString("customer");
        var json = row.getString("entry");
        return switch (Kind.valueOf(row.getString("kind"))) {
            case TOUCHPOINT -> JourneyEntry.of(customer, EventCodec.fromJson(json, TouchpointRecorded.class));
            case FEEDBACK -> JourneyEntry.of(customer, EventCodec.fromJson(json, FeedbackRecorded.class));
        };
    }

    private static JourneySummary summary(Row row) {
        return new JourneySummary(
                row.getString("journey_id"),
                row.getString("customer"),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"),
                row.getInteger("touchpoints"),
                row.getInteger("feedback"),
                row.getInteger("failures"),
                row.getInteger("broken_promises"));
    }

    private static JourneyTotals totals(String journeyId, Row row) {
        return new JourneyTotals(
                journeyId,
                List.of(row.getArrayOfStrings("customers")),
                row.getLong("customers_total"),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"),
                row.getLong("touchpoints"),
                row.getLong("feedback"),
                row.getLong("failures"),
                row.getLong("broken_promises"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
