package io.ressenti.scoring.model;

/** A two-sided 95 % confidence interval. */
public record Interval(double low, double high) {

    /** The level of every interval here. */
    public static final double CONFIDENCE = 0.95;

    /** The 97.5 % quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    /**
     * Wilson's score interval for a share (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
     * Inference", JASA 22, 1927), within 0 to 1.
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

    static Interval around(double centre, double half) {
        return new Interval(centre - half, centre + half);
    }

    /** Cut off at the ends of a scale; at least one of the bounds lies on it. */
    Interval within(double lowest, double highest) {
        return new Interval(Math.max(lowest, low), Math.min(highest, high));
    }

    /** Both ends times {@code factor}. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
