package io.ressenti.scoring.model;

/**
 * What a signal counts as besides its value 0–100: an answer on its own scale, higher is better, or a promise broken.
 *
 * @param series       what it may be added up with
 * @param value        on the answer's scale
 * @param favourable   NPS: promoter. CSAT, stars: in the top boxes. CES: made it easy
 * @param unfavourable NPS: detractor. Promise: broken
 */
public record Rating(Series series, int value, boolean favourable, boolean unfavourable) {

    private static final int NPS_PROMOTER = 9;
    private static final int NPS_DETRACTOR = 6;

    /** On CES 2.0's seven points "somewhat agree" (5) and better: two thirds of the way up the scale. */
    private static final double EASY = 100.0 * 4 / 6;

    private static final double ROUNDING = 1e-9;

    /** Net Promoter Score (Reichheld 2003): 9–10 promote, 0–6 detract. */
    static Rating nps(int value) {
        return new Rating(Series.NPS, value, value >= NPS_PROMOTER, value <= NPS_DETRACTOR);
    }

    static Rating csat(int value, Scale scale) {
        return topBox(Series.csat(scale.high()), value, scale);
    }

    static Rating stars(int value, Scale scale) {
        return topBox(Series.stars(scale.high()), value, scale);
    }

    /** Customer Effort Score 2.0 (CEB 2013): the share that found it easy, 5–7 of 7. */
    static Rating ces(int value, Scale scale) {
        return new Rating(Series.ces(scale.high()), value, scale.toHundred(value) >= EASY - ROUNDING, false);
    }

    /** A promise on {@code measure} that was broken, by however little; counted, so its value is 1. */
    static Rating brokenPromise(String measure) {
        return new Rating(Series.broken(measure), 1, false, true);
    }

    private static Rating topBox(Series series, int value, Scale scale) {
        return new Rating(series, value, value > scale.high() - topBoxes(scale.high()), false);
    }

    /** How many of the best answers on 1..{@code scale} count as satisfied: 1 up to 3, 2 up to 7, 3 above. */
    public static int topBoxes(int scale) {
        if (scale <= 3) {
            return 1;
        }
        return scale <= 7 ? 2 : 3;
    }
}
