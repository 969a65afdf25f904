package io.ressenti.scoring.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves changes from {@code signal_change} into all sums: by hours, days and months, and by five minutes for the search for drops,
 * which is told what has changed; with one statement. Nobody waits for it: until then changes are read where they are.
 */
public final class RollupFold {

    /** So many changes at a time: a transaction of seconds, whatever has piled up; the more, the more of them meet in a row. */
    static final long CHANGES = 300_000;

    private static final List<String> DIMENSIONS = List.of("touchpoint", "stage", "channel", "partner");

    /** An hour of nothing starts anew, without what rounding has left. (A day or a month may stand beside a packed part of it.) */
    private static final String PLUS_OR_ANEW = """
            DO UPDATE SET
                n = kept.n + EXCLUDED.n,
                sum = CASE WHEN kept.n + EXCLUDED.n = 0 THEN 0 ELSE kept.sum + EXCLUDED.sum END,
                squares = CASE WHEN kept.n + EXCLUDED.n = 0 THEN 0 ELSE kept.squares + EXCLUDED.squares END,
                favourable = kept.favourable + EXCLUDED.favourable,
                unfavourable = kept.unfavourable + EXCLUDED.unfavourable
            """;

    private static final String PLUS = """
            DO UPDATE SET
                n = kept.n + EXCLUDED.n,
                sum = kept.sum + EXCLUDED.sum,
                squares = kept.squares + EXCLUDED.squares,
                favourable = kept.favourable + EXCLUDED.favourable,
                unfavourable = kept.unfavourable + EXCLUDED.unfavourable
            """;

    /**
     * The oldest are taken first: what counts no longer never without what began to count, so that no sum says anything impossible.
     * Rows are written in the order of their keys. Of the buckets of a touchpoint that change the first and the last are noted.
     */
    private static final String FOLD = """
            WITH portion AS MATERIALIZED (
                SELECT min(id) + $1 AS next, max(id) AS last FROM signal_change
            ), taken AS (
                DELETE FROM signal_change USING portion WHERE id < portion.next RETURNING signal_change.*
            ), hourly AS MATERIALIZED (
                SELECT brand, of AS series, date_trunc('hour', occurred_at, 'UTC') AS hour, touchpoint, stage, channel,
                    coalesce(partner, '') AS partner, sum(sign)::bigint AS n, sum(sign * x) AS sum,
                    sum(sign * x * x) AS squares, sum(sign * good::int)::bigint AS favourable,
                    sum(sign * bad::int)::bigint AS unfavourable
                FROM taken, LATERAL @numbers
                WHERE of IS NOT NULL
                GROUP BY 1, 2, 3, 4, 5, 6, 7
            ), hourly_written AS (
                INSERT INTO metric_sum AS kept
                SELECT * FROM hourly ORDER BY brand, series, hour, touchpoint, stage, channel, partner
                ON CONFLICT (brand, series, hour, touchpoint, stage, channel, partner) @orAnew
            ), daily AS (
                SELECT brand, @nameOfSet AS dimensions, series, date_trunc('day', hour, 'UTC') AS start,
                    coalesce(touchpoint, '') AS touchpoint, coalesce(stage, '') AS stage, coalesce(channel, '') AS channel,
                    coalesce(partner, '') AS partner, sum(n)::bigint AS n, sum(sum) AS sum, sum(squares) AS squares,
                    sum(favourable)::bigint AS favourable, sum(unfavourable)::bigint AS unfavourable
                FROM hourly GROUP BY brand, series, date_trunc('day', hour, 'UTC'), GROUPING SETS (@sets)
            ), rolled_up AS (
                SELECT brand, dimensions, 'DAY' AS span, series, start, touchpoint, stage, channel, partner, n, sum,
                    squares, favourable, unfavourable
                FROM daily
            UNION ALL
                SELECT brand, dimensions, 'MONTH', series, date_trunc('month', start, 'UTC'), touchpoint, stage, channel,
                    partner, sum(n)::bigint, sum(sum), sum(squares), sum(favourable)::bigint, sum(unfavourable)::bigint
                FROM daily GROUP BY brand, dimensions, series, 5, touchpoint, stage, channel, partner
            ), rolled_up_written AS (
                INSERT INTO metric_rollup AS kept
                SELECT * FROM rolled_up
                ORDER BY brand, dimensions, span, series, start, touchpoint, stage, channel, partner
                ON CONFLICT (brand, dimensions, span, series, start, touchpoint, stage, channel, partner) @plus
            ), five_minutes AS MATERIALIZED (
                SELECT brand, touchpoint, date_bin('5 minutes', occurred_at, 'epoch') AS bucket, channel,
                    coalesce(partner, '') AS partner, sum(sign)::bigint AS n,
                    sum(sign * dissatisfied::int)::bigint AS dissatisfied
                FROM taken
                GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 OR sum(sign * dissatisfied::int) <> 0
            ), five_minutes_written AS (
                INSERT INTO five_minute_sum AS kept
                SELECT * FROM five_minutes ORDER BY brand, touchpoint, bucket, channel, partner
                ON CONFLICT (brand, touchpoint, bucket, channel, partner) DO UPDATE SET
                    n = kept.n + EXCLUDED.n, dissatisfied = kept.dissatisfied + EXCLUDED.dissatisfied
            ), noted AS (
                INSERT INTO five_minute_change (brand, touchpoint, bucket)
                SELECT brand, touchpoint, min(bucket) FROM five_minutes GROUP BY brand, touchpoint
                UNION
                SELECT brand, touchpoint, max(bucket) FROM five_minutes GROUP BY brand, touchpoint
            )
            SELECT last IS NOT NULL AS some, coalesce(last >= next, false) AS more FROM portion
            """.replace("@numbers", Numbers.OF_SIGNAL)
            .replace("@orAnew", PLUS_OR_ANEW)
            .replace("@plus", PLUS)
            .replace("@nameOfSet", nameOfSet())
            .replace("@sets", sets());

    private RollupFold() {}

    /**
     * What folding has come to.
     *
     * @param some whether there was anything to fold
     * @param more whether there is more
     */
    public record Outcome(boolean some, boolean more) {

        static final Outcome NOTHING = new Outcome(false, false);
    }

    /** Folds the oldest changes within a transaction; no other may fold at the same time. */
    public static Uni<Outcome> fold(SqlClient transaction) {
        return transaction
                .preparedQuery(FOLD)
                .execute(Tuple.of(CHANGES))
                .map(rows -> rows.iterator().next())
                .map(row -> new Outcome(row.getBoolean("some"), row.getBoolean("more")));
    }

    /** Which roll-up a grouped row belongs to: PostgreSQL says it by a bit for each dimension that is not in the set. */
    private static String nameOfSet() {
        return Stream.of(Rollup.values())
                .map(rollup -> "WHEN %d THEN '%s'".formatted(missing(rollup), rollup))
                .collect(Collectors.joining(" ", "CASE grouping(" + String.join(", ", DIMENSIONS) + ") ", " END"));
    }

    private static int missing(Rollup rollup) {
        return DIMENSIONS.stream().reduce(0, (bits, column) -> bits * 2 + (rollup.has(column) ? 0 : 1), Integer::sum);
    }

    private static String sets() {
        return Stream.of(Rollup.values())
                .map(rollup -> "(" + String.join(", ", rollup.columns()) + ")")
                .collect(Collectors.joining(", "));
    }
}
