package io.ressenti.console.feeling;

import java.util.Locale;

/** A value from 0 to 100 as people name it; each has its own colour and its own words. */
public enum Feeling {
    LET_DOWN,
    DISAPPOINTED,
    MIXED,
    CONTENT,
    DELIGHTED;

    /** The bounds are those of the customer's score: dissatisfied below 40, content from 60, ambassador from 80. */
    public static Feeling of(double value) {
        if (value < 20) {
            return LET_DOWN;
        }
        if (value < 40) {
            return DISAPPOINTED;
        }
        if (value < 60) {
            return MIXED;
        }
        return value < 80 ? CONTENT : DELIGHTED;
    }

    /** For style sheets: {@code let-down}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
