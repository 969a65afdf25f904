package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Addend;
import io.ressenti.scoring.model.Sums;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Adds up what {@link SumsStatement} gives, row by row as it is read: no more is held than the answer needs, however finely sums
 * are kept.
 */
final class Totals {

    private static final long WHOLE_WINDOW = 0;

    private final ScoreQuery query;
    private final List<Stretch> stretches;
    private final int limit;
    private final Map<List<String>, BucketSums> totals = new HashMap<>();
    private int loose;
    private int held;

    /**
     * @param stretches what rows of packed spans refer to: each is read for one of them, and some of its spans may lie outside
     * @param limit     so many sums that are not packed may be read, and so many held
     */
    Totals(ScoreQuery query, List<Stretch> stretches, int limit) {
        this.query = query;
        this.stretches = stretches;
        this.limit = limit;
    }

    /**
     * Adds a row.
     *
     * @throws TooManySumsException where more is read, or would be held, than is allowed: no further row is looked at then
     */
    void add(Row row) {
        var stretch = Optional.ofNullable(row.getInteger("stretch")).map(stretches::get);
        var starts = row.getArrayOfOffsetDateTimes("starts");
        var ofGroup = totals.computeIfAbsent(codes(row), codes -> new BucketSums());
        held -= ofGroup.size();
        add(row, starts, stretch, ofGroup);
        held += ofGroup.size();
        loose += stretch.isPresent() ? 0 : starts.length;
        if (loose > limit || held > limit) {
            throw new TooManySumsException();
        }
    }

    /** The groups that hold anything, ordered by dimensions and time. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>(held);
        Map<Long, OffsetDateTime> buckets = new HashMap<>(); // the same few for all
        totals.entrySet().stream()
                .map(entry -> new Ordered(inOrder(entry.getKey()), entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Ordered::key, Arrays::compareUnsigned))
                .forEach(group -> {
                    var dimensions = dimensions(group.codes);
                    group.sums.forEach((bucket, sums) ->
                            groups.add(new Group(dimensions, buckets.computeIfAbsent(bucket, this::startOf), sums)));
                });
        return groups;
    }

    private void add(Row row, OffsetDateTime[] starts, Optional<Stretch> stretch, BucketSums ofGroup) {
        var n = row.getArrayOfLongs("n");
        var sum = doubles(row, Addend.SUM);
        var squares = doubles(row, Addend.SQUARES);
        var favourable = longs(row, Addend.FAVOURABLE);
        var unfavourable = longs(row, Addend.UNFAVOURABLE);
        for (int i = 0; i < starts.length; i++) {
            var start = starts[i].toEpochSecond();
            if (stretch.isEmpty() || stretch.get().contains(start)) {
                var sums = new Sums(n[i], at(sum, i), at(squares, i), at(favourable, i), at(unfavourable, i));
                ofGroup.add(bucketOf(starts[i], start), sums);
            }
        }
    }

    /** The column; null where it is not needed, and was not read. */
    private Double[] doubles(Row row, Addend addend) {
        return query.addends().contains(addend) ? row.getArrayOfDoubles(addend.code()) : null;
    }

    private Long[] longs(Row row, Addend addend) {
        return query.addends().contains(addend) ? row.getArrayOfLongs(addend.code()) : null;
    }

    private static double at(Double[] column, int i) {
        return column == null ? 0 : column[i];
    }

    private static long at(Long[] column, int i) {
        return column == null ? 0 : column[i];
    }

    /** What stands for the bucket that a span belongs to, or that is a bucket itself. */
    private long bucketOf(OffsetDateTime span, long start) {
        if (query.bucket().isEmpty()) {
            return WHOLE_WINDOW;
        }
        return switch (query.bucket().get()) {
            case HOUR, DAY -> start;
            case WEEK ->
                span.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochSecond();
            case MONTH -> span.withDayOfMonth(1).toEpochSecond();
        };
    }

    private OffsetDateTime startOf(long bucket) {
        return query.bucket().isEmpty() ? null : Instant.ofEpochSecond(bucket).atOffset(ZoneOffset.UTC);
    }

    private List<String> codes(Row row) {
        return query.by().stream()
                .map(dimension -> row.getString(dimension.code()))
                .toList();
    }

    private Map<String, String> dimensions(List<String> codes) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        var code = codes.iterator();
        query.by().forEach(dimension -> dimensions.put(dimension.code(), nullIfEmpty(code.next())));
        return dimensions;
    }

    private static String nullIfEmpty(String code) {
        return code.isEmpty() ? null : code;
    }

    /** UTF-8 has the order of code points, as databases have; no code contains a NUL. */
    private static byte[] inOrder(List<String> codes) {
        return String.join("\0", codes).getBytes(UTF_8);
    }

    private record Ordered(byte[] key, List<String> codes, BucketSums sums) {}
}
