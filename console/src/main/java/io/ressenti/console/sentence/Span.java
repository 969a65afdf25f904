package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Measure.Unit;
import io.ressenti.console.text.Figures;
import java.util.Locale;

/** An amount of time in the unit that people would use for it: 1,500 ms is 1.5 s, 100 h are 4 days. */
final class Span {

    /** From how much of a unit on the next greater one reads better; 36 h stay hours, 72 h are 3 days. */
    private static final int HOURS_IN_WORDS = 72;

    private Span() {}

    static String of(double amount, Unit unit, Locale locale) {
        double millis = amount * unit.millis();
        var best = best(millis);
        double value = millis / best.millis();
        int decimals = value >= 10 ? 0 : 1;
        // A no-break space: a number never stands apart from its unit.
        return Figures.format(value, decimals, locale) + "\u00a0" + symbol(best, value, locale);
    }

    private static Unit best(double millis) {
        if (millis >= HOURS_IN_WORDS * (double) Unit.HOURS.millis()) {
            return Unit.DAYS;
        }
        if (millis >= 2 * Unit.HOURS.millis()) {
            return Unit.HOURS;
        }
        if (millis >= 2 * Unit.MINUTES.millis()) {
            return Unit.MINUTES;
        }
        return millis >= Unit.SECONDS.millis() || millis == 0 ? Unit.SECONDS : Unit.MILLISECONDS;
    }

    private static String symbol(Unit unit, double value, Locale locale) {
        if (unit != Unit.DAYS) {
            return unit.symbol();
        }
        boolean one = Math.round(value) == 1;
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? one ? "jour" : "jours" : one ? "day" : "days";
    }
}
