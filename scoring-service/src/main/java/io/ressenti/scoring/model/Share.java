package io.ressenti.scoring.model;

import java.util.Optional;
import java.util.function.ToLongFunction;

/** A share of all values, in percent. */
enum Share implements Statistic {
    FAVOURABLE(Sums::favourable),
    UNFAVOURABLE(Sums::unfavourable);

    private static final double PERCENT = 100;

    private final ToLongFunction<Sums> hits;

    Share(ToLongFunction<Sums> hits) {
        this.hits = hits;
    }

    @Override
    public double value(Sums sums) {
        return PERCENT * hits.applyAsLong(sums) / sums.n();
    }

    @Override
    public Optional<Interval> interval(Sums sums) {
        return Optional.of(wilson(sums));
    }

    /** Wilson's interval never closes up: of ten hits in ten it still says 72 to 100. */
    @Override
    public Interval rankingInterval(Sums sums, Sums parent) {
        return wilson(sums);
    }

    @Override
    public Interval change(Sums before, Sums after, Sums parent) {
        return newcombe(hits.applyAsLong(after), after.n(), hits.applyAsLong(before), before.n())
                .times(PERCENT);
    }

    private Interval wilson(Sums sums) {
        return Interval.wilson(hits.applyAsLong(sums), sums.n()).times(PERCENT);
    }

    /**
     * Hybrid score interval for the difference of two independent shares, first − second (R. G. Newcombe, "Interval Estimation
     * for the Difference Between Independent Proportions: Comparison of Eleven Methods", Statistics in Medicine 17, 1998,
     * method 10): each bound is as far away as the two Wilson bounds that pull that way, squared and added. In −1 to 1.
     */
    static Interval newcombe(long hits, long n, long otherHits, long otherN) {
        var first = Interval.wilson(hits, n);
        var second = Interval.wilson(otherHits, otherN);
        var share = (double) hits / n;
        var other = (double) otherHits / otherN;
        var down = Math.hypot(share - first.low(), second.high() - other);
        var up = Math.hypot(first.high() - share, other - second.low());
        return new Interval(share - other - down, share - other + up);
    }
}
