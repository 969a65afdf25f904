package io.ressenti.scoring.model;

/**
 * A published number with its interval.
 *
 * @param interval null where the sample is too small for one
 * @param mean     the mean on the answer's own scale, beside a share; null elsewhere
 * @param share    the share of favourable answers in percent, beside a mean; null elsewhere
 */
public record Estimate(double value, Interval interval, Double mean, Double share) {

    /** Below this many values a number is shown as "too few". */
    public static final int ENOUGH = 10;

    static Estimate of(Statistic statistic, Sums sums) {
        return new Estimate(statistic.value(sums), statistic.interval(sums).orElse(null), null, null);
    }

    Estimate withMean(double besides) {
        return new Estimate(value, interval, besides, share);
    }

    Estimate withShare(double besides) {
        return new Estimate(value, interval, mean, besides);
    }
}
