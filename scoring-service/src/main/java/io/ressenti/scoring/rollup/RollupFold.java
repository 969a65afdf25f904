package io.ressenti.scoring.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves changes from {@code metric_change} into {@code metric_rollup}, with one statement. Nobody waits for it: until then
 * changes are read where they are.
 */
public final class RollupFold {

    /** So many changes at a time: a transaction of seconds, whatever has piled up; the more, the more of them meet in a row. */
    public static final int CHANGES = 300_000;

    private static final List<String> DIMENSIONS = List.of("touchpoint", "stage", "channel", "partner");

    /** Rows are written in the order of their key; a row of nothing starts anew, without what rounding has left. */
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM metric_change WHERE ctid = ANY (ARRAY(SELECT ctid FROM metric_change LIMIT $1))
                RETURNING *, date_trunc('day', hour, 'UTC') AS day
            ), day AS (
                SELECT brand, %s AS dimensions, series, day AS start, coalesce(touchpoint, '') AS touchpoint,
                    coalesce(stage, '') AS stage, coalesce(channel, '') AS channel, coalesce(partner, '') AS partner,
                    sum(n)::bigint AS n, sum(sum) AS sum, sum(squares) AS squares,
                    sum(favourable)::bigint AS favourable, sum(unfavourable)::bigint AS unfavourable
                FROM taken GROUP BY GROUPING SETS (%s)
            ), added AS (
                SELECT brand, dimensions, 'DAY' AS span, series, start, touchpoint, stage, channel, partner, n, sum,
                    squares, favourable, unfavourable
                FROM day
            UNION ALL
                SELECT brand, dimensions, 'MONTH', series, date_trunc('month', start, 'UTC'), touchpoint, stage, channel,
                    partner, sum(n)::bigint, sum(sum), sum(squares), sum(favourable)::bigint, sum(unfavourable)::bigint
                FROM day GROUP BY brand, dimensions, series, 5, touchpoint, stage, channel, partner
            ), written AS (
                INSERT INTO metric_rollup AS kept
                SELECT * FROM added
                ORDER BY brand, dimensions, span, series, start, touchpoint, stage, channel, partner
                ON CONFLICT (brand, dimensions, span, series, start, touchpoint, stage, channel, partner) DO UPDATE SET
                    n = kept.n + EXCLUDED.n,
                    sum = CASE WHEN kept.n + EXCLUDED.n = 0 THEN 0 ELSE kept.sum + EXCLUDED.sum END,
                    squares = CASE WHEN kept.n + EXCLUDED.n = 0 THEN 0 ELSE kept.squares + EXCLUDED.squares END,
                    favourable = kept.favourable + EXCLUDED.favourable,
                    unfavourable = kept.unfavourable + EXCLUDED.unfavourable
            )
            SELECT count(*) AS changes FROM taken
            """.formatted(nameOfSet(), sets());

    private RollupFold() {}

    /**
     * Folds some changes within a transaction; no other may fold at the same time.
     *
     * @return how many; {@value #CHANGES} where there may be more
     */
    public static Uni<Long> fold(SqlClient transaction) {
        return transaction.preparedQuery(FOLD).execute(Tuple.of(CHANGES)).map(rows -> rows.iterator()
                .next()
                .getLong("changes"));
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
                .map(rollup -> "(brand, series, day, " + String.join(", ", rollup.columns()) + ")")
                .collect(Collectors.joining(", "));
    }
}
