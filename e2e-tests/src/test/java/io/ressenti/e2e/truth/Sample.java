package io.ressenti.e2e.truth;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/** Values, and what scoring.md makes of them. */
public record Sample(List<Double> values) {

    private static final double Z = 1.959963984540054;
    private static final double UPPER = 0.975;

    public int n() {
        return values.size();
    }

    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / n();
    }

    /** Half the width of Student's interval of the mean; for two values or more. */
    public double meanMargin() {
        var mean = mean();
        var squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new TDistribution(n() - 1).inverseCumulativeProbability(UPPER) * Math.sqrt(squares / (n() - 1) / n());
    }

    /** The share of values from {@code least} on, in percent. */
    public double percentFrom(double least) {
        return 100.0 * hits(least) / n();
    }

    /** The lower end of Wilson's interval of {@link #percentFrom}. */
    public double wilsonLow(double least) {
        return wilson(least, -1);
    }

    /** The upper end of Wilson's interval of {@link #percentFrom}. */
    public double wilsonHigh(double least) {
        return wilson(least, 1);
    }

    /** (2np + z² ± z·√(z² + 4np(1−p))) / 2(n + z²): Wilson's interval as the roots of its quadratic equation. */
    private double wilson(double least, int sign) {
        double hits = hits(least);
        double n = n();
        var root = Z * Math.sqrt(Z * Z + 4 * hits * (1 - hits / n));
        return 100 * (2 * hits + Z * Z + sign * root) / (2 * (n + Z * Z));
    }

    private long hits(double least) {
        return values.stream().filter(v -> v >= least).count();
    }
}
