package io.ressenti.bench.scoring;

import io.ressenti.cli.client.ClientException;
import java.sql.Connection;
import java.sql.SQLException;

/** A past of many signals, written straight into the scoring service's tables: through Kafka it would take too long. */
final class History {

    /** Evenly over a year until now; a few touchpoints and partners are met more often than the others. */
    private static final String SIGNALS = """
            INSERT INTO signal (brand, customer, occurred_at, ordinal, id, event_kind, event_source, event_id, journey_id,
                touchpoint, stage, channel, partner, received_at, kind, value, dissatisfied, weight, series, rating_series,
                rating, favourable, unfavourable)
            SELECT 'demo', 'c-' || lpad(floor(random() * 100000)::text, 6, '0'), at, 1, gen_random_uuid(), 'FEEDBACK',
                'history', 'h-' || number, 'h-' || number, 'touchpoint-' || lpad(touchpoint::text, 3, '0'),
                ('{DISCOVERY,EVALUATION,PURCHASE,ACCESS,USAGE,SUPPORT,DEBRIEF}'::text[])[touchpoint % 7 + 1],
                ('{WEB,APP,STORE,EMAIL,COURIER}'::text[])[(touchpoint + number % 2) % 5 + 1],
                CASE WHEN touchpoint % 2 = 1 THEN 'partner-' || lpad(floor(partner * partner * 50)::text, 2, '0') END,
                at, CASE WHEN stated THEN 'CSAT' ELSE 'PROMISE' END, 25 * (rating - 1), rating <= 2, 1,
                CASE WHEN stated THEN 'EXPERIENCE:STATED' ELSE 'EXPERIENCE:OBSERVED' END,
                CASE WHEN stated THEN 'CSAT:5' END, CASE WHEN stated THEN rating END, stated AND rating >= 4, false
            FROM (SELECT number, now() - (number - ?) * interval '365 days' / ? AS at, random() < 0.5 AS stated,
                    floor(power(random(), 2) * 200)::int AS touchpoint, random() AS partner,
                    5 - floor(power(random(), 2) * 5)::int AS rating
                FROM generate_series(?::bigint + 1, ?) AS number) AS visit
            """;

    /** As the service itself adds them up. */
    private static final String SUMS = """
            INSERT INTO metric_sum
            SELECT brand, of, date_trunc('hour', occurred_at, 'UTC'), touchpoint, stage, channel, coalesce(partner, ''),
                abs(hashtext(customer)) % 6, count(*), sum(x), sum(x * x), count(*) FILTER (WHERE good),
                count(*) FILTER (WHERE bad)
            FROM signal, LATERAL (VALUES (series, value, false, dissatisfied),
                (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
            WHERE of IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            """;

    private static final String CHANGES = """
            INSERT INTO metric_change
            SELECT brand, series, date_trunc('day', hour, 'UTC'), touchpoint, stage, channel, partner, sum(n), sum(sum),
                sum(squares), sum(favourable), sum(unfavourable)
            FROM metric_sum GROUP BY 1, 2, 3, 4, 5, 6, 7
            """;

    private final Connection connection;

    History(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds signals until there are {@code total}, with their sums; nothing else may have added any before.
     *
     * @param present how many there are already
     */
    void extend(long present, long total) {
        try (var insert = connection.prepareStatement(SIGNALS);
                var statement = connection.createStatement()) {
            insert.setLong(1, present);
            insert.setLong(2, total);
            insert.setLong(3, present);
            insert.setLong(4, total);
            insert.executeUpdate();
            statement.execute("SET work_mem = '512MB'");
            statement.execute("TRUNCATE metric_sum, metric_rollup, metric_change");
            statement.execute(SUMS);
            statement.execute(CHANGES);
            statement.execute("VACUUM ANALYZE signal, metric_sum");
        } catch (SQLException e) {
            throw new ClientException("The past cannot be written: " + e.getMessage(), e);
        }
    }

    /** How many changes have not been folded yet. */
    long unfolded() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM metric_change")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new ClientException("The changes cannot be counted.", e);
        }
    }
}
