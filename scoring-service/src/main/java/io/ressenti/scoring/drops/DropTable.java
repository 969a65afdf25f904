package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.drops.Evaluation.DropKey;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Keeps the drops that were found. */
@ApplicationScoped
class DropTable {

    private static final String SAVE = """
            INSERT INTO drop_found (brand, touchpoint, channel, partner, detected_at, since, before_n, before_dissatisfied,
                after_n, after_dissatisfied, state, ended_since, ended_at, ended_n, ended_dissatisfied)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::timestamptz[],
                $13::timestamptz[], $14::bigint[], $15::bigint[])
            ON CONFLICT (brand, touchpoint, channel, partner, detected_at) DO UPDATE SET
                since = EXCLUDED.since,
                before_n = EXCLUDED.before_n,
                before_dissatisfied = EXCLUDED.before_dissatisfied,
                after_n = EXCLUDED.after_n,
                after_dissatisfied = EXCLUDED.after_dissatisfied,
                state = EXCLUDED.state,
                ended_since = EXCLUDED.ended_since,
                ended_at = EXCLUDED.ended_at,
                ended_n = EXCLUDED.ended_n,
                ended_dissatisfied = EXCLUDED.ended_dissatisfied
            """;

    /** A bucket's end belongs to the day that it ends. */
    private static final String FORGET =
            "DELETE FROM drop_found WHERE brand = $1 AND touchpoint = $2 AND detected_at > $3";

    Uni<Void> save(SqlClient connection, Map<DropKey, Drop> drops) {
        if (drops.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(drops.entrySet())
                .text(of(WatchedSeries::brand))
                .text(of(WatchedSeries::touchpoint))
                .text(of(WatchedSeries::channel))
                .text(of(WatchedSeries::partner))
                .time(entry -> entry.getValue().detectedAt())
                .time(entry -> entry.getValue().since())
                .bigint(entry -> entry.getValue().before().n())
                .bigint(entry -> entry.getValue().before().dissatisfied())
                .bigint(entry -> entry.getValue().after().n())
                .bigint(entry -> entry.getValue().after().dissatisfied())
                .name(entry -> entry.getValue().state())
                .time(end(Drop.End::since))
                .time(end(Drop.End::at))
                .nullableBigint(end(end -> end.tally().n()))
                .nullableBigint(end(end -> end.tally().dissatisfied()))
                .toTuple();
        return connection.preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    /** Forgets what was detected in buckets from {@code time} on. */
    Uni<Void> forgetFrom(SqlClient connection, WatchedTouchpoint touchpoint, Instant time) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), Columns.atUtc(time)))
                .replaceWithVoid();
    }

    /** The drop in a row of the table. */
    static Drop read(Row row) {
        var state = Drop.State.valueOf(row.getString("state"));
        var end = state == Drop.State.OPEN
                ? null
                : new Drop.End(
                        state,
                        Columns.instant(row, "ended_since"),
                        Columns.instant(row, "ended_at"),
                        tally(row, "ended"));
        return new Drop(
                Columns.instant(row, "since"),
                Columns.instant(row, "detected_at"),
                tally(row, "before"),
                tally(row, "after"),
                end);
    }

    static Tally tally(Row row, String which) {
        return new Tally(row.getLong(which + "_n"), row.getLong(which + "_dissatisfied"));
    }

    private static Function<Map.Entry<DropKey, Drop>, String> of(Function<WatchedSeries, String> property) {
        return entry -> property.apply(entry.getKey().series());
    }

    private static <T> Function<Map.Entry<DropKey, Drop>, T> end(Function<Drop.End, T> property) {
        return entry -> entry.getValue().end() == null
                ? null
                : property.apply(entry.getValue().end());
    }
}
