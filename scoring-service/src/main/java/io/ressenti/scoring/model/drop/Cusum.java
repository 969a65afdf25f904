package io.ressenti.scoring.model.drop;

/**
 * One-sided Bernoulli CUSUM between a share p and the share p₁ whose odds are twice as high (E. S. Page, "Continuous Inspection
 * Schemes", Biometrika 41, 1954; M. R. Reynolds and Z. G. Stoumbos, "A CUSUM Chart for Monitoring a Proportion When Inspecting
 * Continuously", Journal of Quality Technology 31(1), 1999).
 *
 * <p>p₁ = 2p/(1+p), so a signal's log-likelihood ratio is ln 2 − ln(1+p) where it is dissatisfied and −ln(1+p) where it is not.
 * The statistic adds them up, and starts anew where it would fall below zero. It takes a bucket's signals at once, and so starts
 * anew between buckets only: it is never above what it would be signal by signal, and alarms no sooner.
 *
 * @param worse     ln(1+p) with the share from which a drop is told, p̃
 * @param better    ln(1+p) with the share to which a drop has to come back
 * @param scale     how many signals are worth one independent signal, φ
 * @param threshold the statistic that is an alarm
 */
public record Cusum(double worse, double better, double scale, double threshold) {

    private static final double LN2 = StrictMath.log(2);
    private static final int ITERATIONS = 60;

    /**
     * The chart that cries wolf once in {@code falseAlarmDays}, or less often, while the share is the usual one.
     *
     * @param falseAlarmDays greater than 0
     */
    static Cusum of(Baseline baseline, double falseAlarmDays) {
        var cautious = baseline.cautiousShare();
        return new Cusum(
                StrictMath.log1p(cautious),
                StrictMath.log1p(baseline.share()),
                baseline.dispersion(),
                threshold(cautious, falseAlarmDays * baseline.effectiveRate()));
    }

    /** The statistic of "it has got worse" after a bucket; at least 0. */
    double afterIfWorse(double statistic, Tally bucket) {
        return Math.max(0, statistic + (bucket.dissatisfied() * LN2 - bucket.n() * worse) / scale);
    }

    /** The statistic of "it is as before again" after a bucket; at least 0. */
    double afterIfBetter(double statistic, Tally bucket) {
        return Math.max(0, statistic + (bucket.n() * better - bucket.dissatisfied() * LN2) / scale);
    }

    /**
     * The h at which (eʰ − h − 1)/I = {@code signals}, the mean number of signals to a false alarm, with I = ln(1+p) − p·ln 2
     * what a signal of share p takes away on average: Wald's approximation of the run length (D. Siegmund, "Sequential
     * Analysis", 1985, II.6). It ignores by how much the threshold is overshot, and so states runs shorter than they are.
     */
    static double threshold(double share, double signals) {
        var target = signals * (StrictMath.log1p(share) - share * LN2);
        // h ↦ ln(target + h + 1) is a contraction: its slope is below 1.
        var h = 1.0;
        for (int i = 0; i < ITERATIONS; i++) {
            h = StrictMath.log(target + h + 1);
        }
        return h;
    }
}
