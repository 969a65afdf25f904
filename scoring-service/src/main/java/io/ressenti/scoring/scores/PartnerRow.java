package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.RankingOrder;
import io.ressenti.scoring.model.Rounded;
import io.ressenti.scoring.model.Sums;
import io.ressenti.scoring.model.Voice;
import io.ressenti.scoring.scores.BrokenPromises.BrokenPromise;
import io.ressenti.scoring.scores.Ranking.Entry;
import java.util.List;

/**
 * A partner's part in the brand's score, over all signals at touchpoints that it ran.
 *
 * @param n                      how many signals
 * @param value                  its experience score, 0 to 100
 * @param low                    lower end of the score's 95 % interval; null for a single signal
 * @param high                   upper end of the score's 95 % interval; null for a single signal
 * @param bound                  what the order goes by; null where the signals are too few
 * @param dissatisfied           how many of its signals are dissatisfied
 * @param dissatisfiedShare      dissatisfied in percent of its signals
 * @param dissatisfiedLow        lower end of the share's 95 % interval
 * @param dissatisfiedHigh       upper end of the share's 95 % interval
 * @param shareOfDissatisfaction dissatisfied in percent of all the brand's dissatisfied signals; null where there are none
 * @param brandWithout           the brand's experience score without these signals; null where there are no others
 * @param brokenPromises         the most frequent first
 */
record PartnerRow(
        String partner,
        long n,
        double value,
        Double low,
        Double high,
        Double bound,
        long dissatisfied,
        double dissatisfiedShare,
        double dissatisfiedLow,
        double dissatisfiedHigh,
        Double shareOfDissatisfaction,
        Double brandWithout,
        List<BrokenPromise> brokenPromises) {

    static final Metric EXPERIENCE = new Metric.Experience(Voice.ALL);
    static final RankingOrder ORDER = RankingOrder.WORST;

    private static final Metric DISSATISFIED = new Metric.DissatisfiedShare(Voice.ALL);

    /** The row of a partner with enough signals. */
    static PartnerRow ranked(Entry entry, Sums whole, List<BrokenPromise> broken) {
        return of(entry, whole, Ranking.bound(EXPERIENCE, ORDER, entry, whole), broken);
    }

    /** The row of a partner with too few. */
    static PartnerRow unranked(Entry entry, Sums whole, List<BrokenPromise> broken) {
        return of(entry, whole, null, broken);
    }

    private static PartnerRow of(Entry entry, Sums whole, Double bound, List<BrokenPromise> broken) {
        var sums = entry.sums();
        var others = whole.minus(sums);
        var score = EXPERIENCE.estimate(sums);
        var share = DISSATISFIED.estimate(sums);
        return new PartnerRow(
                entry.dimensions().get(Dimension.PARTNER.code()),
                sums.n(),
                Rounded.of(score.value()),
                score.interval() == null ? null : Rounded.of(score.interval().low()),
                score.interval() == null ? null : Rounded.of(score.interval().high()),
                bound == null ? null : Rounded.of(bound),
                sums.unfavourable(),
                Rounded.of(share.value()),
                Rounded.of(share.interval().low()),
                Rounded.of(share.interval().high()),
                whole.unfavourable() == 0 ? null : Rounded.of(100.0 * sums.unfavourable() / whole.unfavourable()),
                others.n() == 0 ? null : Rounded.of(others.mean()),
                broken);
    }
}
