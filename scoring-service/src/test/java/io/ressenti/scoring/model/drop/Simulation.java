package io.ressenti.scoring.model.drop;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Series of events that happen at random moments (a Poisson process), watched from the first one on: what is usual has to be
 * learnt, as in life.
 *
 * @param rate           signals a day
 * @param share          the dissatisfied share
 * @param alike          how many signals each event makes: all of them are dissatisfied, or none
 * @param falseAlarmDays what is asked for
 */
record Simulation(double rate, double share, int alike, double falseAlarmDays) {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long BUCKETS_A_DAY = 288;

    /**
     * How many days a series was watched until a drop was told, and whether one was: a run is cut off after {@code days}.
     */
    record Run(double days, boolean alarmed) {}

    /** Nothing changes: every drop is a false alarm. */
    Run unchanged(SplittableRandom random, int days) {
        var series = new Series(random, share);
        return series.runUntilDrop(days);
    }

    /** The days from a doubling of the odds to its detection; empty where there was a false alarm before it. */
    OptionalDouble delay(SplittableRandom random, int daysBefore, int daysAfter) {
        var series = new Series(random, share);
        if (series.runUntilDrop(daysBefore).alarmed()) {
            return OptionalDouble.empty();
        }
        series.share = 2 * share / (1 + share);
        return OptionalDouble.of(series.runUntilDrop(daysAfter).days());
    }

    private final class Series {

        private final SplittableRandom random;
        private double share;
        private SeriesWatch watch = SeriesWatch.NEW;
        private double time;

        Series(SplittableRandom random, double share) {
            this.random = random;
            this.share = share;
            this.time = nextGap();
        }

        /** Goes on for {@code days} from when something is usual, or until a drop is told. */
        Run runUntilDrop(int days) {
            while (watch.usual().isEmpty()) {
                takeBucket();
            }
            var from = Math.floor(time);
            while (time - from < days) {
                if (takeBucket()) {
                    return new Run(time - from, true);
                }
            }
            return new Run(days, false);
        }

        private boolean takeBucket() {
            var bucket = (long) Math.floor(time * BUCKETS_A_DAY);
            var n = 0;
            var dissatisfied = 0;
            while (Math.floor(time * BUCKETS_A_DAY) == bucket) {
                n += alike;
                dissatisfied += random.nextDouble() < share ? alike : 0;
                time += nextGap();
            }
            var start = START.plus(BucketTally.LENGTH.multipliedBy(bucket));
            var step = watch.take(new BucketTally(start, new Tally(n, dissatisfied)), falseAlarmDays);
            watch = step.watch();
            return step.changed() != null;
        }

        private double nextGap() {
            return -Math.log(1 - random.nextDouble()) * alike / rate;
        }
    }
}
