package io.ressenti.scoring.model;

import java.util.Optional;

/**
 * The share of promoters minus the share of detractors, −100 to 100, with its adjusted Wald interval (B. Rocks, "Interval
 * Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016): three pseudo-answers are added, ¾ of a
 * promoter, ¾ of a detractor, 1½ passives.
 */
record NetPromoters() implements Statistic {

    private static final double PSEUDO_ANSWERS = 3;
    private static final double PSEUDO_EACH = 0.75;
    private static final double PERCENT = 100;

    /** The score with its pseudo-answers, −1 to 1, and the square of its standard error. */
    private record Adjusted(double score, double squaredError) {
        static Adjusted of(Sums sums) {
            var total = sums.n() + PSEUDO_ANSWERS;
            var promoters = (sums.favourable() + PSEUDO_EACH) / total;
            var detractors = (sums.unfavourable() + PSEUDO_EACH) / total;
            var score = promoters - detractors;
            return new Adjusted(score, (promoters + detractors - score * score) / total);
        }
    }

    @Override
    public double value(Sums sums) {
        return PERCENT * (sums.favourable() - sums.unfavourable()) / sums.n();
    }

    @Override
    public Optional<Interval> interval(Sums sums) {
        return Optional.of(adjustedWald(sums));
    }

    /** The pseudo-answers keep the interval open, even where all answers are the same. */
    @Override
    public Interval rankingInterval(Sums sums, Sums parent) {
        return adjustedWald(sums);
    }

    /**
     * Adjusted Wald interval for the difference: both samples get their pseudo-answers (J. R. Lewis, J. Sauro, "How to
     * Statistically Compare Two Net Promoter Scores", measuringu.com/nps-significance-test). Within −200 to 200.
     */
    @Override
    public Interval change(Sums before, Sums after, Sums parent) {
        var first = Adjusted.of(after);
        var second = Adjusted.of(before);
        var half = Interval.Z * Math.sqrt(first.squaredError + second.squaredError);
        return Interval.around(first.score - second.score, half).within(-2, 2).times(PERCENT);
    }

    private static Interval adjustedWald(Sums sums) {
        var adjusted = Adjusted.of(sums);
        return Interval.around(adjusted.score, Interval.Z * Math.sqrt(adjusted.squaredError))
                .within(-1, 1)
                .times(PERCENT);
    }
}
