package io.ressenti.touchpoint.journey;

import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.journey.model.EventKey;
import io.ressenti.touchpoint.journey.model.Kind;
import io.ressenti.touchpoint.journey.model.Line;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Puts amended answers in the place of what stood: of an event's revisions the highest has the line, in whatever order they come.
 * There are few of them, so they take statements of their own, and the way of all other events stays short.
 */
final class JourneyAmendments {

    /** Waits for whoever stores another revision at the same time: the statements that follow see what that left. */
    private static final String REMEMBER = """
            INSERT INTO seen_event AS known (brand, kind, source, id, fingerprint, revision)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::integer[])
            ON CONFLICT (brand, kind, source, id) DO UPDATE
            SET fingerprint = excluded.fingerprint, revision = excluded.revision, seen_at = now()
            WHERE known.revision < excluded.revision
            RETURNING brand, kind, source, id
            """;

    /** Whose an answer is never changes, hence its customer's lines are all that have to be looked through. */
    private static final String REMOVE = """
            DELETE FROM journey_entry AS line
            USING unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[])
                  AS newer (brand, kind, source, id, fingerprint, customer)
            WHERE line.brand = newer.brand AND line.customer = newer.customer AND line.kind = newer.kind
              AND line.source = newer.source AND line.id = newer.id
            RETURNING line.brand, line.journey_id, line.customer
            """;

    private static final String ADD = """
            INSERT INTO journey_entry (brand, kind, source, id, customer, occurred_at, received_at, journey_id,
                                       failed, broken_promises, entry)
            SELECT newer.brand, kind, source, id, customer, occurred_at, received_at, journey_id, false, 0, entry
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[],
                        $8::timestamptz[], $9::text[], $10::text[])
                 AS newer (brand, kind, source, id, fingerprint, customer, occurred_at, received_at, journey_id, entry)
            LEFT JOIN journey_retention AS own USING (brand)
            WHERE occurred_at >= CASE WHEN own.brand IS NULL THEN $11::timestamptz
                                 ELSE coalesce(now() - make_interval(days => own.days), '-infinity') END
            RETURNING brand, journey_id, customer
            """;

    private JourneyAmendments() {}

    /**
     * Stores those of {@code lines} that are newer than what stands, within the transaction of {@code connection}.
     *
     * @param lines     amended ones, each event once, sorted by key
     * @param keptSince what a brand keeps that says nothing itself
     * @return how many were newer
     */
    static Uni<Integer> apply(SqlClient connection, List<Line> lines, OffsetDateTime keptSince) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return remember(connection, lines)
                .call(newer -> remove(connection, newer).chain(journeys -> add(connection, newer, keptSince)
                        .invoke(journeys::addAll)
                        .chain(() -> JourneySums.again(connection, journeys))))
                .map(List::size);
    }

    private static Uni<List<Line>> remember(SqlClient connection, List<Line> lines) {
        var parameters = JourneyTable.keys(lines).integer(Line::revision).toTuple();
        return connection.preparedQuery(REMEMBER).execute(parameters).map(rows -> {
            var newer = StreamSupport.stream(rows.spliterator(), false)
                    .map(JourneyAmendments::key)
                    .collect(Collectors.toSet());
            return lines.stream().filter(line -> newer.contains(line.key())).toList();
        });
    }

    private static Uni<SortedSet<JourneyKey>> remove(SqlClient connection, List<Line> newer) {
        return connection
                .preparedQuery(REMOVE)
                .execute(keysAndCustomers(newer).toTuple())
                .map(JourneyKey::in);
    }

    private static Uni<SortedSet<JourneyKey>> add(SqlClient connection, List<Line> newer, OffsetDateTime keptSince) {
        var parameters = keysAndCustomers(newer)
                .time(Line::occurredAt)
                .time(Line::receivedAt)
                .text(Line::journeyId)
                .text(Line::json)
                .toTuple()
                .addOffsetDateTime(keptSince);
        return connection.preparedQuery(ADD).execute(parameters).map(JourneyKey::in);
    }

    private static Columns<Line> keysAndCustomers(List<Line> lines) {
        return JourneyTable.keys(lines).text(Line::customer);
    }

    private static EventKey key(Row row) {
        return new EventKey(
                row.getString("brand"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("id"));
    }
}
