package io.ressenti.scoring.testing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** What a test leaves behind that stands on no topic, or rests on no signals: whoever rebuilds or verifies would miss that. */
public final class Leftovers {

    private static final List<String> TABLES = List.of(
            "customer_link",
            "erased_customer",
            "accepted_event",
            "signal",
            "signal_change",
            "customer_score",
            "metric_sum",
            "metric_rollup",
            "metric_series",
            "five_minute_sum",
            "five_minute_change");

    private Leftovers() {}

    /** Removes all of a brand. */
    public static void remove(Pool pool, String brand) {
        Folding.foldAll(pool);
        TABLES.forEach(table ->
                pool.preparedQuery("DELETE FROM " + table + " WHERE brand = $1").executeAndAwait(Tuple.of(brand)));
    }
}
