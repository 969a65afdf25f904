package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CubeCell;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.SignalDelta;
import io.ressenti.scoring.model.Sums;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums that metrics are made of. */
@ApplicationScoped
class MetricSums {

    /** The same numbers go to {@code metric_change}, from where they find their way into the sums by day and month. */
    private static final String ADD = """
            WITH addition AS MATERIALIZED (
                SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::integer[], $9::bigint[], $10::double precision[], $11::double precision[],
                    $12::bigint[], $13::bigint[])
                    AS addition (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition, n, sum,
                        squares, favourable, unfavourable)
            ), change AS (
                INSERT INTO metric_change (brand, series, hour, touchpoint, stage, channel, partner, n, sum, squares,
                    favourable, unfavourable)
                SELECT brand, series, hour, touchpoint, stage, channel, partner, n, sum, squares, favourable, unfavourable
                FROM addition
            )
            INSERT INTO metric_sum AS kept (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition,
                n, sum, squares, favourable, unfavourable)
            SELECT * FROM addition
            ON CONFLICT (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition) DO UPDATE SET
                n = kept.n + EXCLUDED.n,
                sum = kept.sum + EXCLUDED.sum,
                squares = kept.squares + EXCLUDED.squares,
                favourable = kept.favourable + EXCLUDED.favourable,
                unfavourable = kept.unfavourable + EXCLUDED.unfavourable
            """;

    /** Where nothing is left there is no row; rounding may leave a hair in its sums. */
    private static final String CLEAR = """
            DELETE FROM metric_sum AS kept
            USING unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::integer[]) AS cell (brand, series, hour, touchpoint, stage, channel, partner, kafka_partition)
            WHERE kept.brand = cell.brand AND kept.series = cell.series AND kept.hour = cell.hour
                AND kept.touchpoint = cell.touchpoint AND kept.stage = cell.stage AND kept.channel = cell.channel
                AND kept.partner = cell.partner AND kept.kafka_partition = cell.kafka_partition AND kept.n = 0
            """;

    private static final String NO_PARTNER = "";

    private record Addition(CubeCell cell, int partition, Sums sums) {}

    Uni<Void> apply(SqlClient transaction, List<SignalDelta> deltas) {
        var added = transaction
                .preparedQuery(ADD)
                .execute(columns(additions(deltas)))
                .replaceWithVoid();
        var removed = deltas.stream().filter(SignalDelta::removed).toList();
        return removed.isEmpty() ? added : added.chain(() -> clear(transaction, removed));
    }

    private static Uni<Void> clear(SqlClient transaction, List<SignalDelta> removed) {
        return transaction
                .preparedQuery(CLEAR)
                .execute(keys(additions(removed)).toTuple())
                .replaceWithVoid();
    }

    /** In a fixed order, so that instances that write the same rows never wait for each other in a circle. */
    private static List<Addition> additions(List<SignalDelta> deltas) {
        var byPartition = deltas.stream()
                .collect(Collectors.groupingBy(SignalDelta::partition, TreeMap::new, Collectors.toList()));
        return byPartition.entrySet().stream()
                .flatMap(partition -> additions(partition.getKey(), partition.getValue()))
                .toList();
    }

    private static Stream<Addition> additions(int partition, List<SignalDelta> deltas) {
        return CubeCell.sumsOf(deltas).entrySet().stream()
                .map(cell -> new Addition(cell.getKey(), partition, cell.getValue()));
    }

    private static Tuple columns(List<Addition> additions) {
        return keys(additions)
                .bigint(counted(Sums::n))
                .number(addition -> addition.sums.sum())
                .number(addition -> addition.sums.squares())
                .bigint(counted(Sums::favourable))
                .bigint(counted(Sums::unfavourable))
                .toTuple();
    }

    private static Columns<Addition> keys(List<Addition> additions) {
        return Columns.of(additions)
                .text(addition -> addition.cell.brand())
                .text(addition -> addition.cell.series().code())
                .time(addition -> addition.cell.hour())
                .text(at(Place::touchpoint))
                .name(at(Place::stage))
                .text(at(Place::channel))
                .text(at(Place::partner).andThen(partner -> partner == null ? NO_PARTNER : partner))
                .integer(Addition::partition);
    }

    private static <T> Function<Addition, T> at(Function<Place, T> property) {
        return addition -> property.apply(addition.cell.place());
    }

    private static ToLongFunction<Addition> counted(ToLongFunction<Sums> count) {
        return addition -> count.applyAsLong(addition.sums);
    }
}
