package io.ressenti.scoring.model.drop;

import io.ressenti.scoring.model.drop.Drop.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesWatchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double FALSE_ALARM_DAYS = 30;
    private static final int PER_BUCKET = 10;

    private final List<Drop> changes = new ArrayList<>();
    private SeriesWatch watch = SeriesWatch.NEW;

    @Test
    void nothingIsUsualBeforeAHundredSignalsOfWholeDays() {
        // Given 99 signals on the first day
        day(0, 9, 1);
        take(START.plus(Duration.ofHours(20)), new Tally(9, 0));

        // When everything goes wrong on the second
        day(1, 10, PER_BUCKET);

        // Then
        assertThat(changes).isEmpty();
        assertThat(watch.usual()).isEmpty();
    }

    @Test
    void tellsWhenItHasBegunAndHowMuchWorseItIs() {
        // Given a share of 10 % for 28 days
        usualDays(0, 28);

        // When it is 20 % from the next day on
        day(28, 100, 2);

        // Then
        assertThat(changes).singleElement().satisfies(drop -> {
            assertThat(drop.state()).isEqualTo(State.OPEN);
            assertThat(drop.since()).isEqualTo(bucket(28, 0));
            assertThat(drop.before()).isEqualTo(new Tally(28 * 200, 28 * 20));
            assertThat(drop.after().dissatisfied() * 5).isEqualTo(drop.after().n());
            assertThat(drop.detectedAt())
                    .isEqualTo(
                            bucket(28, (int) drop.after().n() / PER_BUCKET - 1).plus(BucketTally.LENGTH));
            assertThat(drop.after().n()).isBetween(50L, 400L);
        });
    }

    @Test
    void tellsTheRecovery() {
        // Given a drop
        usualDays(0, 28);
        day(28, 100, 3);
        var drop = changes.getFirst();

        // When
        day(29, 100, 1);

        // Then
        assertThat(changes).hasSize(2);
        var ended = changes.getLast();
        assertThat(ended.state()).isEqualTo(State.RECOVERED);
        assertThat(ended.end().since()).isEqualTo(bucket(29, 0));
        assertThat(ended.end().tally().dissatisfied() * 10)
                .isEqualTo(ended.end().tally().n());
        assertThat(ended).usingRecursiveComparison().ignoringFields("end").isEqualTo(drop);
        assertThat(watch.drop()).isNull();
    }

    @Test
    void learnsNothingFromADrop() {
        // Given a drop on one day, and the recovery on the next
        usualDays(0, 28);
        day(28, 100, 3);
        day(29, 100, 1);

        // When
        usualDays(30, 32);

        // Then the days of the drop count for nothing, those before and after do
        assertThat(watch.usual()).contains(new Tally(26 * 200, 26 * 20));
    }

    @Test
    void whatWasUsualBeforeADropHoldsWhereTheDropHasLeftNothingElse() {
        // Given a drop of 27 days that has recovered
        usualDays(0, 28);
        IntStream.range(28, 55).forEach(day -> day(day, 20, 4));
        day(55, 100, 1);

        // When the first day after it begins
        day(56, 1, 1);

        // Then
        assertThat(changes).hasSize(2);
        assertThat(watch.usual()).contains(new Tally(28 * 200, 28 * 20));
    }

    @Test
    void aDropThatStaysBecomesUsual() {
        // Given a drop
        usualDays(0, 28);
        IntStream.range(28, 56).forEach(day -> day(day, 20, 3));

        // When it has been on for 28 days
        day(56, 20, 3);

        // Then
        assertThat(changes).extracting(Drop::state).containsExactly(State.OPEN, State.SETTLED);
        assertThat(changes.getLast().end().at()).isEqualTo(bucket(56, 0));
        assertThat(watch.usual()).contains(new Tally(28 * 200, 28 * 60));
    }

    @Test
    void aSlowDropDoesNotBecomeUsualBeforeItIsFound() {
        // Given few signals a day
        IntStream.range(0, 28).forEach(day -> day(day, 1, 1));
        var usual = new Tally(280, 28);

        // When the share is doubled for weeks
        IntStream.range(28, 48).forEach(day -> day(day, 1, 2));

        // Then
        assertThat(changes).singleElement().satisfies(drop -> {
            assertThat(drop.since()).isEqualTo(bucket(28, 0));
            assertThat(drop.before()).isEqualTo(usual);
            assertThat(drop.detectedAt()).isAfter(bucket(33, 0));
        });
    }

    @Test
    void aSeriesThatFallsAlmostSilentIsNoLongerWatched() {
        // Given
        usualDays(0, 28);

        // When nothing happens for longer than what is usual is learnt from
        day(70, 1, 1);

        // Then
        assertThat(watch.usual()).isEmpty();
        assertThat(watch.cusum()).isNull();
    }

    private void usualDays(int from, int to) {
        IntStream.range(from, to).forEach(day -> day(day, 20, 1));
    }

    private void day(int day, int buckets, int dissatisfied) {
        IntStream.range(0, buckets).forEach(i -> take(bucket(day, i), new Tally(PER_BUCKET, dissatisfied)));
    }

    private void take(Instant start, Tally tally) {
        var step = watch.take(new BucketTally(start, tally), FALSE_ALARM_DAYS);
        watch = step.watch();
        if (step.changed() != null) {
            changes.add(step.changed());
        }
    }

    private static Instant bucket(int day, int i) {
        return START.plus(Duration.ofDays(day)).plus(BucketTally.LENGTH.multipliedBy(i));
    }
}
