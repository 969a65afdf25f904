package io.ressenti.scoring.model;

import java.util.Optional;

/**
 * The mean of values on a scale.
 *
 * @param lowest  the scale's lower end
 * @param highest the scale's upper end
 */
record Mean(double lowest, double highest) implements Statistic {

    /** Within the scale: what is added and taken away again may leave a hair beyond its end. */
    @Override
    public double value(Sums sums) {
        return Math.clamp(sums.mean(), lowest, highest);
    }

    /**
     * Student's interval x̄ ± t·s/√n with n − 1 degrees of freedom, cut off at the scale's ends; empty for fewer than two values
     * (Student, "The Probable Error of a Mean", Biometrika 6, 1908).
     */
    @Override
    public Optional<Interval> interval(Sums sums) {
        if (sums.n() < 2) {
            return Optional.empty();
        }
        return Optional.of(interval(sums, Spread.of(sums)));
    }

    /**
     * As {@link #interval}, with a variance that leans on the parent's. Ten customers who all say the same have a variance of
     * zero, and would beat ten thousand who nearly all say it.
     */
    @Override
    public Interval rankingInterval(Sums sums, Sums parent) {
        return interval(sums, Spread.moderated(sums, parent));
    }

    /**
     * Welch's interval, for samples of unequal variances (B. L. Welch, "The Generalization of 'Student's' Problem when Several
     * Different Population Variances are Involved", Biometrika 34, 1947), with variances that lean on the parent's.
     */
    @Override
    public Interval change(Sums before, Sums after, Sums parent) {
        var range = highest - lowest;
        return welch(after, Spread.moderated(after, parent), before, Spread.moderated(before, parent))
                .within(-range, range);
    }

    private Interval interval(Sums sums, Spread spread) {
        var half = StudentT.quantile(spread.freedom) * Math.sqrt(spread.squaredError(sums));
        return Interval.around(sums.mean(), half).within(lowest, highest);
    }

    /** The degrees of freedom are Satterthwaite's. */
    static Interval welch(Sums first, Spread firstSpread, Sums second, Spread secondSpread) {
        var one = firstSpread.squaredError(first);
        var other = secondSpread.squaredError(second);
        var difference = first.mean() - second.mean();
        if (one + other == 0) {
            return new Interval(difference, difference);
        }
        var freedom = (one + other)
                * (one + other)
                / (one * one / firstSpread.freedom + other * other / secondSpread.freedom);
        return Interval.around(difference, StudentT.quantile(freedom) * Math.sqrt(one + other));
    }

    /**
     * How far values lie apart, and how well that is known.
     *
     * @param freedom degrees of freedom of the variance
     */
    record Spread(double variance, double freedom) {

        static Spread of(Sums sums) {
            return new Spread(sums.variance(), sums.n() - 1);
        }

        /**
         * The variance shrunk to the parent's, (k·s₀² + (n − 1)·s²)/(k + n − 1), with k more degrees of freedom: the moderated
         * t-statistic of G. K. Smyth, "Linear Models and Empirical Bayes Methods for Assessing Differential Expression in
         * Microarray Experiments", Statistical Applications in Genetics and Molecular Biology 3(1), 2004.
         */
        static Spread moderated(Sums sums, Sums parent) {
            var own = sums.n() - 1;
            var freedom = PRIOR_WEIGHT + own;
            return new Spread((PRIOR_WEIGHT * parent.variance() + own * sums.variance()) / freedom, freedom);
        }

        private double squaredError(Sums sums) {
            return variance / sums.n();
        }
    }
}
