package io.ressenti.scoring.model;

/**
 * Satisfaction questions that may be added up: one type, one scale.
 *
 * @param stars whether the question shows stars
 * @param scale the upper end of 1..scale
 */
public record AnswerScale(boolean stars, int scale) {

    /** Satisfaction on 1–5. */
    public static final AnswerScale USUAL = new AnswerScale(false, 5);

    String name() {
        return stars ? "stars" : "satisfaction";
    }

    Series series() {
        return stars ? Series.stars(scale) : Series.csat(scale);
    }
}
