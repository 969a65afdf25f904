package io.ressenti.scoring.model;

/**
 * What the numbers of one {@link Series} add up to; enough for every published metric and its interval.
 *
 * @param sum          Σx
 * @param squares      Σx²
 * @param favourable   how many are favourable, in the series' own sense
 * @param unfavourable how many are unfavourable, in the series' own sense
 */
public record Sums(long n, double sum, double squares, long favourable, long unfavourable) {

    private static final double ROUNDING = 1e-12;

    /** The sums of nothing. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    static Sums of(double value, boolean favourable, boolean unfavourable) {
        return new Sums(1, value, value * value, favourable ? 1 : 0, unfavourable ? 1 : 0);
    }

    /** The sums of both. */
    public Sums plus(Sums other) {
        return new Sums(
                n + other.n,
                sum + other.sum,
                squares + other.squares,
                favourable + other.favourable,
                unfavourable + other.unfavourable);
    }

    /** What is left of these sums without {@code part}, which they contain. */
    public Sums minus(Sums part) {
        return plus(part.negated());
    }

    /** What takes these sums away again. */
    public Sums negated() {
        return new Sums(-n, -sum, -squares, -favourable, -unfavourable);
    }

    /** The mean; {@code n} must not be 0. */
    public double mean() {
        return sum / n;
    }

    /** The sample variance, with n − 1; {@code n} must be 2 at least. */
    double variance() {
        var spread = squares - sum * sum / n;
        // What rounding leaves of equal values depends on the order in which they were added up, and must not show.
        return spread < squares * ROUNDING ? 0 : spread / (n - 1);
    }
}
