package io.ressenti.scoring.model;

import java.util.Optional;

/** A two-sided 95 % confidence interval. */
public record Interval(double low, double high) {

    /** The level of every interval here. */
    public static final double CONFIDENCE = 0.95;

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final double NPS_PSEUDO_ANSWERS = 3;
    private static final double NPS_PSEUDO_EACH = 0.75;

    /**
     * Wilson's score interval for a share (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
     * Inference", JASA 1927), within 0 to 1.
     *
     * @param n at least 1
     */
    public static Interval wilson(long hits, long n) {
        var share = (double) hits / n;
        var shrink = 1 + Z * Z / n;
        var centre = (share + Z * Z / (2 * n)) / shrink;
        var half = Z / shrink * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        // At a share of 0 or 1 the bound is that share; rounding may miss it by a hair.
        return new Interval(Math.clamp(centre - half, 0, share), Math.clamp(centre + half, share, 1));
    }

    /**
     * Adjusted Wald interval for a net promoter score (B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The
     * American Statistician 70(4), 2016): three pseudo-answers, ¾ of a promoter, ¾ of a detractor, 1½ passives. In −1 to 1.
     */
    static Interval adjustedWaldNps(long promoters, long detractors, long n) {
        var total = n + NPS_PSEUDO_ANSWERS;
        var p = (promoters + NPS_PSEUDO_EACH) / total;
        var d = (detractors + NPS_PSEUDO_EACH) / total;
        var half = Z * Math.sqrt((p + d - (p - d) * (p - d)) / total);
        return new Interval(Math.max(-1, p - d - half), Math.min(1, p - d + half));
    }

    /** Normal interval for a mean, x̄ ± z·s/√n, cut off at the scale's ends; empty for fewer than two values. */
    static Optional<Interval> normal(Sums sums, double lowest, double highest) {
        if (sums.n() < 2) {
            return Optional.empty();
        }
        var half = Z * Math.sqrt(sums.variance() / sums.n());
        return Optional.of(new Interval(Math.max(lowest, sums.mean() - half), Math.min(highest, sums.mean() + half)));
    }

    /** Both ends times {@code factor}. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
