package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the drops that were found. */
@ApplicationScoped
class DropRepository {

    private static final String LIST = """
            SELECT * FROM drop_found
            WHERE brand = $1 AND detected_at >= $2 AND detected_at < $3
                AND ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR touchpoint = $5)
                AND ($6::text IS NULL OR channel = $6) AND ($7::text IS NULL OR partner = $7)
                AND (detected_at, touchpoint, channel, partner) < ($8, $9, $10, $11)
            ORDER BY detected_at DESC, touchpoint DESC, channel DESC, partner DESC
            LIMIT $12
            """;

    private final Pool pool;

    DropRepository(Pool pool) {
        this.pool = pool;
    }

    /** The drops asked for after {@code position}, the last detected first. */
    Uni<List<DropView>> list(DropFilter filter, DropPosition position, int limit) {
        var parameters = Tuple.tuple()
                .addString(filter.brand())
                .addOffsetDateTime(Columns.atUtc(filter.from()))
                .addOffsetDateTime(Columns.atUtc(filter.to()))
                .addString(filter.state() == null ? null : filter.state().name())
                .addString(filter.touchpoint())
                .addString(filter.channel())
                .addString(filter.partner())
                .addOffsetDateTime(Columns.atUtc(position.detectedAt()))
                .addString(position.touchpoint())
                .addString(position.channel())
                .addString(position.partner())
                .addInteger(limit);
        return pool.preparedQuery(LIST).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> DropView.of(series(row), DropTable.read(row)))
                .toList());
    }

    private static WatchedSeries series(Row row) {
        return new WatchedSeries(
                row.getString("brand"),
                row.getString("touchpoint"),
                row.getString("channel"),
                row.getString("partner"));
    }
}
