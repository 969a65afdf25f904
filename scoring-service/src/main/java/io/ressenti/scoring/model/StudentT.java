package io.ressenti.scoring.model;

import java.util.stream.IntStream;

/** Student's t distribution, as far as 95 % intervals need it. */
final class StudentT {

    /** The 97.5 % quantiles for 1, 2, 3 and 4 degrees of freedom, where the expansion is not exact enough. */
    private static final double[] FEW = {12.706204736174694, 4.302652729749462, 3.1824463052837078, 2.7764451051977934};

    /** Of whole numbers up to here, which most samples have, the quantile is worked out once. */
    private static final int USUAL = 1000;

    private static final double[] WHOLE = IntStream.rangeClosed(1, USUAL)
            .mapToDouble(whole -> whole <= FEW.length ? FEW[whole - 1] : hill(whole))
            .toArray();

    private StudentT() {}

    /**
     * The 97.5 % quantile. From 5 degrees of freedom on after G. W. Hill, "Algorithm 396: Student's t-Quantiles",
     * Communications of the ACM 13(10), 1970: an expansion around the normal quantile, exact to seven digits at 5 and to nine
     * at 10. A broken number below 5 counts as the whole number under it, which makes an interval wider, never narrower.
     *
     * @param freedom degrees of freedom, 1 at least
     */
    static double quantile(double freedom) {
        var whole = (int) freedom;
        return whole <= FEW.length || whole <= USUAL && whole == freedom ? WHOLE[whole - 1] : hill(freedom);
    }

    private static double hill(double n) {
        var z = -Interval.Z;
        var a = 1 / (n - 0.5);
        var b = 48 / (a * a);
        var c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        var d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
        c += (((0.05 * d * z - 5) * z - 7) * z - 2) * z + b;
        var y = z * z;
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * z;
        return Math.sqrt(n * Math.expm1(a * y * y));
    }
}
