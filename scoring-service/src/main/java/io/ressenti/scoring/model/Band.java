package io.ressenti.scoring.model;

/** Where a customer stands: at risk &lt; 40 ≤ fragile &lt; 60 ≤ content &lt; 80 ≤ ambassador. */
public enum Band {
    AT_RISK,
    FRAGILE,
    CONTENT,
    /** Also said so: at least one stated signal of 90 or more. */
    AMBASSADOR;

    static final double AT_RISK_BELOW = 40;
    private static final double FRAGILE_BELOW = 60;
    private static final double CONTENT_BELOW = 80;
    private static final double AMBASSADOR_STATED = 90;

    /**
     * The band of a score. A function of the score alone; what {@link CustomerStanding} remembers on top decides about events,
     * not about this.
     *
     * @param bestStated the best value that the customer stated; null where they stated none
     */
    public static Band of(double experienced, Double bestStated) {
        if (experienced < AT_RISK_BELOW) {
            return AT_RISK;
        }
        if (experienced < FRAGILE_BELOW) {
            return FRAGILE;
        }
        var said = bestStated != null && bestStated >= AMBASSADOR_STATED;
        return experienced >= CONTENT_BELOW && said ? AMBASSADOR : CONTENT;
    }
}
