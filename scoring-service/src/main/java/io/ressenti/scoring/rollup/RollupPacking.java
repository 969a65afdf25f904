package io.ressenti.scoring.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Moves days (but yesterday) and months that have ended from {@code metric_rollup} into {@code metric_series}, where those of a
 * month or of a year stand in one row; with one statement. Nobody waits for it: until then they are read where they are.
 */
public final class RollupPacking {

    /** So many rows at a time, the days of a touchpoint one after the other: a transaction of seconds. */
    static final int ROWS = 50_000;

    private static final String KEY = "brand, dimensions, span, series, period, touchpoint, stage, channel, partner";

    /** Much is still added to yesterday. What nothing is left of is not kept, nor is what rounding has left of it. */
    private static final String PACK = """
            WITH taken AS (
                DELETE FROM metric_rollup WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM metric_rollup
                    WHERE start < CASE span
                        WHEN 'DAY' THEN date_trunc('day', now() - interval '24 hours', 'UTC')
                        ELSE date_trunc('month', now(), 'UTC') END
                    ORDER BY brand, dimensions, span, series, start, touchpoint, stage, channel, partner
                    LIMIT $1))
                RETURNING *, date_trunc(CASE span WHEN 'DAY' THEN 'month' ELSE 'year' END, start, 'UTC') AS period
            ), touched AS MATERIALIZED (
                SELECT DISTINCT @key FROM taken
            ), merged AS MATERIALIZED (
                SELECT @key, start, sum(n)::bigint AS n, sum(sum) AS sum, sum(squares) AS squares,
                    sum(favourable)::bigint AS favourable, sum(unfavourable)::bigint AS unfavourable
                FROM (
                    SELECT @key, start, n, sum, squares, favourable, unfavourable FROM taken
                UNION ALL
                    SELECT @key, unnest(starts), unnest(n), unnest(sum), unnest(squares), unnest(favourable),
                        unnest(unfavourable)
                    FROM metric_series JOIN touched USING (@key)
                ) AS part
                GROUP BY @key, start HAVING sum(n) <> 0
            ), emptied AS (
                DELETE FROM metric_series USING (SELECT @key FROM touched EXCEPT SELECT @key FROM merged) AS empty
                WHERE (@kept) = (@empty)
            ), packed AS (
                INSERT INTO metric_series
                SELECT @key, array_agg(start), array_agg(n), array_agg(sum), array_agg(squares), array_agg(favourable),
                    array_agg(unfavourable)
                FROM (SELECT * FROM merged ORDER BY @key, start) AS ordered
                GROUP BY @key
                ON CONFLICT (@key) DO UPDATE SET starts = EXCLUDED.starts, n = EXCLUDED.n, sum = EXCLUDED.sum,
                    squares = EXCLUDED.squares, favourable = EXCLUDED.favourable, unfavourable = EXCLUDED.unfavourable
            )
            SELECT count(*) AS taken FROM taken
            """.replace("@kept", columnsOf("metric_series"))
            .replace("@empty", columnsOf("empty"))
            .replace("@key", KEY);

    private RollupPacking() {}

    /** Packs some within a transaction; nobody else may fold or pack at the same time. Gives true where there is more. */
    public static Uni<Boolean> pack(SqlClient transaction) {
        return transaction
                .preparedQuery(PACK)
                .execute(Tuple.of(ROWS))
                .map(rows -> rows.iterator().next().getLong("taken") == ROWS);
    }

    private static String columnsOf(String table) {
        return table + "." + KEY.replace(", ", ", " + table + ".");
    }
}
