package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps what the world has been told. */
@ApplicationScoped
class ToldTable {

    private static final String LOAD = "SELECT * FROM drop_told WHERE brand = $1 AND touchpoint = $2";

    private static final String ADD = """
            INSERT INTO drop_told (brand, touchpoint, channel, partner, event_id, since, before_n, before_dissatisfied,
                after_n, after_dissatisfied)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[],
                $8::bigint[], $9::bigint[], $10::bigint[])
            """;

    private static final String REMOVE = """
            DELETE FROM drop_told USING unnest($1::text[], $2::text[], $3::text[], $4::text[])
                AS over (brand, touchpoint, channel, partner)
            WHERE drop_told.brand = over.brand AND drop_told.touchpoint = over.touchpoint
                AND drop_told.channel = over.channel AND drop_told.partner = over.partner
            """;

    /** What has been told of the touchpoint's series; one drop of each at most. */
    Uni<List<Told>> load(SqlClient connection, WatchedTouchpoint touchpoint) {
        return connection
                .preparedQuery(LOAD)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ToldTable::told)
                        .toList());
    }

    Uni<Void> save(SqlClient connection, News news) {
        return remove(connection, news.over()).chain(() -> add(connection, news.begun()));
    }

    private static Uni<Void> add(SqlClient connection, List<Told> begun) {
        if (begun.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(begun)
                .text(told -> told.series().brand())
                .text(told -> told.series().touchpoint())
                .text(told -> told.series().channel())
                .text(told -> told.series().partner())
                .text(Told::eventId)
                .time(Told::since)
                .bigint(told -> told.before().n())
                .bigint(told -> told.before().dissatisfied())
                .bigint(told -> told.after().n())
                .bigint(told -> told.after().dissatisfied())
                .toTuple();
        return connection.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> remove(SqlClient connection, List<WatchedSeries> over) {
        if (over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(over)
                .text(WatchedSeries::brand)
                .text(WatchedSeries::touchpoint)
                .text(WatchedSeries::channel)
                .text(WatchedSeries::partner)
                .toTuple();
        return connection.preparedQuery(REMOVE).execute(columns).replaceWithVoid();
    }

    private static Told told(Row row) {
        return new Told(
                new WatchedSeries(
                        row.getString("brand"),
                        row.getString("touchpoint"),
                        row.getString("channel"),
                        row.getString("partner")),
                row.getString("event_id"),
                Columns.instant(row, "since"),
                DropTable.tally(row, "before"),
                DropTable.tally(row, "after"));
    }
}
