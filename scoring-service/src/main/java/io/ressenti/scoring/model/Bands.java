package io.ressenti.scoring.model;

import io.ressenti.contracts.Band;

/** The bounds of the bands. */
public final class Bands {

    static final double AT_RISK_BELOW = 40;
    private static final double FRAGILE_BELOW = 60;
    private static final double CONTENT_BELOW = 80;
    private static final double AMBASSADOR_STATED = 90;

    private Bands() {}

    /**
     * The band of a score. A function of the score alone; what {@link CustomerStanding} remembers on top decides about events,
     * not about this.
     *
     * @param bestStated the best value that the customer stated; null where they stated none
     */
    public static Band of(double experienced, Double bestStated) {
        if (experienced < AT_RISK_BELOW) {
            return Band.AT_RISK;
        }
        if (experienced < FRAGILE_BELOW) {
            return Band.FRAGILE;
        }
        var said = bestStated != null && bestStated >= AMBASSADOR_STATED;
        return experienced >= CONTENT_BELOW && said ? Band.AMBASSADOR : Band.CONTENT;
    }
}
