package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Series;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Knows which promises of a brand have been broken. */
@ApplicationScoped
class PromiseRepository {

    /** Jumps from one series to the next along the primary key, instead of reading all rows of the brand. */
    private static final String SERIES = """
            WITH RECURSIVE kept (series) AS (
                SELECT min(series) FROM metric_sum WHERE brand = $1
            UNION ALL
                SELECT (SELECT min(series) FROM metric_sum WHERE brand = $1 AND series > kept.series)
                FROM kept WHERE kept.series IS NOT NULL
            )
            SELECT series FROM kept WHERE series IS NOT NULL
            UNION
            SELECT rating_series FROM signal_change WHERE brand = $1 AND rating_series IS NOT NULL
            """;

    private final Pool pool;

    PromiseRepository(Pool pool) {
        this.pool = pool;
    }

    /** The series of promises that were ever broken, one for each measure. */
    Uni<List<Series>> broken(String brand) {
        return pool.preparedQuery(SERIES).execute(Tuple.of(brand)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(PromiseRepository::series)
                .filter(series -> series.brokenMeasure().isPresent())
                .toList());
    }

    private static Series series(Row row) {
        return new Series(row.getString("series"));
    }
}
