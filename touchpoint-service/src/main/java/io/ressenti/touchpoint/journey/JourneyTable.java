package io.ressenti.touchpoint.journey;

import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.journey.model.Line;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes lines with what depends on them. */
@ApplicationScoped
class JourneyTable {

    /** How many of the lines given had not been seen, and how many of these were stored. */
    record Added(int fresh, int stored) {}

    /**
     * One statement for all: what was not seen before is remembered, and gets its line unless it is older than its brand keeps;
     * what got a line counts in its journey. A line may be there though nobody remembers its id: that one does not count again.
     */
    private static final String ADD = """
            WITH given AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[],
                                     $7::timestamptz[], $8::timestamptz[], $9::text[], $10::boolean[], $11::integer[],
                                     $12::text[])
                     AS line (brand, kind, source, id, fingerprint, customer,
                              occurred_at, received_at, journey_id, failed, broken_promises, entry)
            ), fresh AS (
                INSERT INTO seen_event (brand, kind, source, id, fingerprint)
                SELECT brand, kind, source, id, fingerprint FROM given
                ON CONFLICT DO NOTHING
                RETURNING brand, kind, source, id
            ), stored AS (
                INSERT INTO journey_entry (brand, customer, occurred_at, received_at, kind, source, id,
                                           journey_id, failed, broken_promises, entry)
                SELECT brand, customer, occurred_at, received_at, kind, source, id,
                       journey_id, failed, broken_promises, entry
                FROM given JOIN fresh USING (brand, kind, source, id) LEFT JOIN journey_retention AS own USING (brand)
                WHERE occurred_at >= CASE WHEN own.brand IS NULL THEN $13::timestamptz
                                     ELSE coalesce(now() - make_interval(days => own.days), '-infinity') END
                ON CONFLICT DO NOTHING
                RETURNING brand, customer, occurred_at, kind, journey_id, failed, broken_promises
            ), summed AS (
                INSERT INTO journey AS known (brand, journey_id, customer, first_at, last_at,
                                              touchpoints, feedback, failures, broken_promises)
                SELECT brand, journey_id, customer, min(occurred_at), max(occurred_at),
                       count(*) FILTER (WHERE kind = 'TOUCHPOINT'), count(*) FILTER (WHERE kind = 'FEEDBACK'),
                       count(*) FILTER (WHERE failed), sum(broken_promises)
                FROM stored WHERE journey_id IS NOT NULL
                GROUP BY brand, journey_id, customer ORDER BY brand, journey_id, customer
                ON CONFLICT (brand, journey_id, customer) DO UPDATE SET
                    first_at = least(known.first_at, excluded.first_at),
                    last_at = greatest(known.last_at, excluded.last_at),
                    touchpoints = known.touchpoints + excluded.touchpoints,
                    feedback = known.feedback + excluded.feedback,
                    failures = known.failures + excluded.failures,
                    broken_promises = known.broken_promises + excluded.broken_promises
            )
            SELECT (SELECT count(*) FROM fresh) AS fresh, (SELECT count(*) FROM stored) AS stored
            """;

    /** What was stored without a fingerprint contradicts nothing; nor does another revision, which replaces or was replaced. */
    private static final String CONTRADICTED = """
            SELECT place FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::integer[])
                 WITH ORDINALITY AS again (brand, kind, source, id, fingerprint, revision, place)
            JOIN seen_event AS first USING (brand, kind, source, id)
            WHERE first.fingerprint <> again.fingerprint AND first.revision = again.revision ORDER BY place
            """;

    /**
     * Adds those of {@code lines}, which are as first stated, that are not there yet, within the transaction of {@code connection}.
     *
     * @param lines     each event once, sorted by key
     * @param keptSince what a brand keeps that says nothing itself
     */
    Uni<Added> add(SqlClient connection, List<Line> lines, OffsetDateTime keptSince) {
        var parameters = keys(lines)
                .text(Line::customer)
                .time(Line::occurredAt)
                .time(Line::receivedAt)
                .text(Line::journeyId)
                .flag(Line::failed)
                .integer(Line::brokenPromises)
                .text(Line::json)
                .toTuple()
                .addOffsetDateTime(keptSince);
        return connection.preparedQuery(ADD).execute(parameters).map(rows -> {
            var counts = rows.iterator().next();
            return new Added(counts.getInteger("fresh"), counts.getInteger("stored"));
        });
    }

    /** The places in {@code lines} of those that say something else than the one that stands under their key. */
    Uni<List<Integer>> contradicted(SqlClient connection, List<Line> lines) {
        return connection
                .preparedQuery(CONTRADICTED)
                .execute(keys(lines).integer(Line::revision).toTuple())
                .map(rows -> {
                    List<Integer> places = new ArrayList<>();
                    rows.forEach(row -> places.add(row.getInteger("place") - 1));
                    return places;
                });
    }

    /** The first columns of every statement about lines: their keys and fingerprints. */
    static Columns<Line> keys(List<Line> lines) {
        return Columns.of(lines)
                .text(line -> line.key().brand())
                .name(line -> line.key().kind())
                .text(line -> line.key().source())
                .text(line -> line.key().id())
                .uuid(Line::fingerprint);
    }
}
