package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.drop.BucketTally;
import io.ressenti.scoring.model.drop.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads a touchpoint's buckets, a portion at a time: years of them would not fit into memory. */
@ApplicationScoped
class FiveMinuteReader {

    private static final int PORTION = 20_000;

    private static final String READ = """
            SELECT bucket, channel, partner, n, dissatisfied FROM five_minute_sum
            WHERE brand = $1 AND touchpoint = $2 AND bucket >= $3 AND bucket < $4 AND n > 0
            ORDER BY bucket, channel, partner
            LIMIT $5
            """;

    /**
     * Whole buckets, in order.
     *
     * @param end where the next portion begins
     */
    record Portion(List<Cell> cells, Instant end) {}

    /** The first buckets from {@code from} on, before {@code to}. */
    Uni<Portion> read(SqlClient connection, WatchedTouchpoint touchpoint, Instant from, Instant to) {
        return select(connection, touchpoint, from, to, PORTION).chain(cells -> {
            if (cells.size() < PORTION) {
                return Uni.createFrom().item(new Portion(cells, to));
            }
            var cutBucket = cells.getLast().bucket();
            if (cells.getFirst().bucket().isBefore(cutBucket)) {
                var whole = cells.stream()
                        .filter(cell -> cell.bucket().isBefore(cutBucket))
                        .toList();
                return Uni.createFrom().item(new Portion(whole, cutBucket));
            }
            var next = cutBucket.plus(BucketTally.LENGTH);
            return select(connection, touchpoint, cutBucket, next, null).map(bucket -> new Portion(bucket, next));
        });
    }

    private static Uni<List<Cell>> select(
            SqlClient connection, WatchedTouchpoint touchpoint, Instant from, Instant to, Integer limit) {
        var parameters =
                Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), Columns.atUtc(from), Columns.atUtc(to), limit);
        return connection.preparedQuery(READ).execute(parameters).map(FiveMinuteReader::cells);
    }

    private static List<Cell> cells(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Cell(
                        Columns.instant(row, "bucket"),
                        row.getString("channel"),
                        row.getString("partner"),
                        new Tally(row.getLong("n"), row.getLong("dissatisfied"))))
                .toList();
    }
}
