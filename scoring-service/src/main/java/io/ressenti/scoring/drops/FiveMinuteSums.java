package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.SignalDelta;
import io.ressenti.scoring.model.drop.BucketTally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sums by five minutes that drops are looked for in, and the note of which have changed. */
@ApplicationScoped
public class FiveMinuteSums {

    private static final String ADD = """
            INSERT INTO five_minute_sum AS kept (brand, touchpoint, bucket, channel, partner, kafka_partition, n,
                dissatisfied)
            SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::integer[],
                $7::bigint[], $8::bigint[])
            ON CONFLICT (brand, touchpoint, bucket, channel, partner, kafka_partition) DO UPDATE SET
                n = kept.n + EXCLUDED.n, dissatisfied = kept.dissatisfied + EXCLUDED.dissatisfied
            """;

    /** Where nothing is left there is no row. */
    private static final String CLEAR = """
            DELETE FROM five_minute_sum AS kept
            USING unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::integer[])
                AS cell (brand, touchpoint, bucket, channel, partner, kafka_partition)
            WHERE kept.brand = cell.brand AND kept.touchpoint = cell.touchpoint AND kept.bucket = cell.bucket
                AND kept.channel = cell.channel AND kept.partner = cell.partner
                AND kept.kafka_partition = cell.kafka_partition AND kept.n = 0
            """;

    private static final String NOTE = """
            INSERT INTO five_minute_change (brand, touchpoint, bucket)
            SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[])
            """;

    private record Key(
            String brand, String touchpoint, Instant bucket, String channel, String partner, int kafkaPartition) {

        /** So that instances that write the same rows never wait for each other in a circle. */
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::brand)
                .thenComparing(Key::touchpoint)
                .thenComparing(Key::bucket)
                .thenComparing(Key::channel)
                .thenComparing(Key::partner)
                .thenComparingInt(Key::kafkaPartition);

        static Key of(SignalDelta delta) {
            var encounter = delta.signal().encounter();
            var place = encounter.place();
            return new Key(
                    encounter.brand(),
                    place.touchpoint(),
                    BucketTally.startOf(encounter.occurredAt()),
                    place.channel(),
                    place.partner() == null ? WatchedSeries.NONE : place.partner(),
                    delta.partition());
        }

        WatchedTouchpoint watched() {
            return new WatchedTouchpoint(brand, touchpoint);
        }
    }

    /** By how much a row changes; either may be negative. */
    private record Change(long n, long dissatisfied) {

        static Change of(SignalDelta delta) {
            var sign = delta.removed() ? -1 : 1;
            return new Change(sign, delta.signal().dissatisfied() ? sign : 0);
        }

        Change plus(Change other) {
            return new Change(n + other.n, dissatisfied + other.dissatisfied);
        }

        boolean isNone() {
            return n == 0 && dissatisfied == 0;
        }
    }

    private record Row(Key key, Change change) {}

    private record Note(WatchedTouchpoint touchpoint, Instant bucket) {}

    /** Lets signals count, or count no longer, within {@code transaction}; their drops are looked for once it is committed. */
    public Uni<Void> apply(SqlClient transaction, List<SignalDelta> deltas) {
        var rows = rows(deltas);
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return add(transaction, rows)
                .chain(() -> clear(
                        transaction,
                        rows.stream().filter(row -> row.change.n < 0).toList()))
                .chain(() -> note(transaction, rows));
    }

    private static List<Row> rows(List<SignalDelta> deltas) {
        Map<Key, Change> changes = new HashMap<>();
        deltas.forEach(delta -> changes.merge(Key.of(delta), Change.of(delta), Change::plus));
        return changes.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .filter(row -> !row.change.isNone())
                .sorted(Comparator.comparing(Row::key, Key.ORDER))
                .toList();
    }

    private static Uni<Void> add(SqlClient transaction, List<Row> rows) {
        var columns = keys(rows)
                .bigint(row -> row.change.n)
                .bigint(row -> row.change.dissatisfied)
                .toTuple();
        return transaction.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> clear(SqlClient transaction, List<Row> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(CLEAR).execute(keys(rows).toTuple()).replaceWithVoid();
    }

    private static Columns<Row> keys(List<Row> rows) {
        return Columns.of(rows)
                .text(row -> row.key.brand)
                .text(row -> row.key.touchpoint)
                .time(row -> row.key.bucket)
                .text(row -> row.key.channel)
                .text(row -> row.key.partner)
                .integer(row -> row.key.kafkaPartition);
    }

    private static Uni<Void> note(SqlClient transaction, List<Row> rows) {
        var columns = Columns.of(notes(rows))
                .text(note -> note.touchpoint.brand())
                .text(note -> note.touchpoint.touchpoint())
                .time(Note::bucket)
                .toTuple();
        return transaction.preparedQuery(NOTE).execute(columns).replaceWithVoid();
    }

    /** The first bucket that changes of each touchpoint, and the last. */
    private static List<Note> notes(List<Row> rows) {
        Map<WatchedTouchpoint, SortedSet<Instant>> buckets = new HashMap<>();
        rows.forEach(row -> buckets.computeIfAbsent(row.key.watched(), key -> new TreeSet<>())
                .add(row.key.bucket));
        return buckets.entrySet().stream()
                .flatMap(touchpoint -> Stream.of(
                                touchpoint.getValue().first(),
                                touchpoint.getValue().last())
                        .distinct()
                        .map(bucket -> new Note(touchpoint.getKey(), bucket)))
                .toList();
    }
}
