package io.ressenti.console.text;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people write them. */
public final class Figures {

    private Figures() {}

    /** A whole number: {@code 1,204} or {@code 1 204}. */
    public static String whole(double value, Locale locale) {
        return format(value, 0, locale);
    }

    /** At most {@code decimals} decimals, none where they are zero. */
    public static String format(double value, int decimals, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        // "-0" says nothing that "0" does not.
        return format.format(value + 0.0).replaceFirst("^-0$", "0");
    }
}
