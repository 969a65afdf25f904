package io.ressenti.bench.scoring;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
            FROM (SELECT number, now() - (? - number) / ?::double precision * interval '365 days' AS at, random() < 0.5 AS stated,
                    floor(power(random(), 2) * 200)::int AS touchpoint, random() AS partner,
                    5 - floor(power(random(), 2) * 5)::int AS rating
                FROM generate_series(?::bigint + 1, ?) AS number) AS visit
            """;

    private static final String EVENTS = """
            INSERT INTO accepted_event (brand, kind, source, id, revision, received_at, fingerprint, customer, occurred_at)
            SELECT brand, event_kind, event_source, event_id, 0, received_at, 0, customer, occurred_at
            FROM signal WHERE event_source = 'history'
            """;

    /** As the service itself adds them up, and in the order of time, in which they would have come to the disk. */
    private static final String SUMS = """
            INSERT INTO metric_sum
            SELECT brand, of, date_trunc('hour', occurred_at, 'UTC'), touchpoint, stage, channel, coalesce(partner, ''),
                count(*), sum(x), sum(x * x), count(*) FILTER (WHERE good),
                count(*) FILTER (WHERE bad)
            FROM signal, LATERAL (VALUES (series, value, false, dissatisfied),
                (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
            WHERE of IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5, 6, 7
            ORDER BY 3
            """;

    private static final String ROLLUPS = """
            INSERT INTO metric_rollup
            SELECT brand, CASE grouping(touchpoint, stage, channel, partner) WHEN 9 THEN 'STAGE_CHANNEL'
                    WHEN 3 THEN 'TOUCHPOINT' WHEN 12 THEN 'CHANNEL_PARTNER' WHEN 10 THEN 'STAGE_PARTNER'
                    WHEN 1 THEN 'TOUCHPOINT_CHANNEL' ELSE 'TOUCHPOINT_PARTNER' END,
                CASE grouping(day) WHEN 0 THEN 'DAY' ELSE 'MONTH' END, series, coalesce(day, month),
                coalesce(touchpoint, ''), coalesce(stage, ''), coalesce(channel, ''), coalesce(partner, ''), sum(n),
                sum(sum), sum(squares), sum(favourable), sum(unfavourable)
            FROM (SELECT *, date_trunc('day', hour, 'UTC') AS day, date_trunc('month', hour, 'UTC') AS month
                FROM metric_sum) AS sums
            GROUP BY GROUPING SETS (
                (brand, series, day, stage, channel), (brand, series, month, stage, channel),
                (brand, series, day, touchpoint, stage), (brand, series, month, touchpoint, stage),
                (brand, series, day, channel, partner), (brand, series, month, channel, partner),
                (brand, series, day, stage, partner), (brand, series, month, stage, partner),
                (brand, series, day, touchpoint, stage, channel), (brand, series, month, touchpoint, stage, channel),
                (brand, series, day, touchpoint, stage, partner), (brand, series, month, touchpoint, stage, partner))
            ORDER BY 5
            """;

    private static final String FIVE_MINUTES = """
            INSERT INTO five_minute_sum
            SELECT brand, touchpoint, date_bin('5 minutes', occurred_at, 'epoch'), channel, coalesce(partner, ''), count(*),
                count(*) FILTER (WHERE dissatisfied)
            FROM signal GROUP BY 1, 2, 3, 4, 5
            ORDER BY 3
            """;

    private static final String UNPACKED = """
            SELECT EXISTS (SELECT FROM metric_rollup WHERE start < date_trunc('month', now(), 'UTC')
                OR span = 'DAY' AND start < date_trunc('day', now(), 'UTC') - interval '1 day')
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Connection connection;

    History(Connection connection) {
        this.connection = connection;
    }

    /** Adds signals until there are {@code total} of the past, and works out all sums anew; where they are there, it leaves all as it is. */
    void extend(long total) {
        try (var insert = connection.prepareStatement(SIGNALS);
                var statement = connection.createStatement()) {
            var present = present(statement);
            if (present == total) {
                return;
            }
            var indexes = new Indexes(
                    connection, "signal", "accepted_event", "metric_sum", "metric_rollup", "five_minute_sum");
            insert.setLong(1, total);
            insert.setLong(2, total);
            insert.setLong(3, present);
            insert.setLong(4, total);
            insert.executeUpdate();
            statement.execute("DELETE FROM accepted_event WHERE source = 'history'");
            statement.execute("TRUNCATE metric_sum, metric_rollup, metric_series, five_minute_sum, signal_change");
            statement.execute("SET work_mem = '512MB'");
            for (var sql : List.of(EVENTS, SUMS, ROLLUPS, FIVE_MINUTES)) {
                statement.execute(sql);
            }
            indexes.restore();
            statement.execute("VACUUM ANALYZE signal, accepted_event, metric_sum, metric_rollup, five_minute_sum");
        } catch (SQLException e) {
            throw new ClientException("The past cannot be written: " + e.getMessage(), e);
        }
    }

    /** Waits until a service that runs has packed the sums of all days and months that have ended. */
    void awaitPacked() {
        try (var statement = connection.createStatement()) {
            var deadline = Instant.now().plus(PATIENCE);
            while (unpacked(statement)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new ClientException("The past is not packed in %s.".formatted(PATIENCE));
                }
                Pause.of(POLL);
            }
            statement.execute("VACUUM ANALYZE metric_rollup, metric_series");
        } catch (SQLException e) {
            throw new ClientException("The past is not packed: " + e.getMessage(), e);
        }
    }

    private static boolean unpacked(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(UNPACKED)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static long present(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT count(*) FROM signal WHERE event_source = 'history'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
