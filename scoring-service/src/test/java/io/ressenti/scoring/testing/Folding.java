package io.ressenti.scoring.testing;

import io.ressenti.scoring.rollup.RollupFold;
import io.ressenti.scoring.rollup.RollupPacking;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/** Has changes folded into the sums at once, and not some seconds later. */
public final class Folding {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Folding() {}

    /** Folds everything that has counted, and packs what has ended. */
    public static void foldAndPackAll(Pool pool) {
        foldAll(pool);
        var more = true;
        while (more) {
            more = pool.withTransaction(RollupPacking::pack).await().atMost(PATIENCE);
        }
    }

    /** Folds everything that has counted. */
    public static void foldAll(Pool pool) {
        var more = true;
        while (more) {
            more = pool.withTransaction(RollupFold::fold)
                    .await()
                    .atMost(PATIENCE)
                    .more();
        }
    }
}
