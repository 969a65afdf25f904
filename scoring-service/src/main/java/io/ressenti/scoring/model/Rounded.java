package io.ressenti.scoring.model;

/**
 * Numbers as they are told: to six decimals, so that what adding up in another order leaves behind neither shows nor moves anybody
 * into another band.
 */
public final class Rounded {

    /** No number is written with more characters. */
    public static final int LONGEST = 24;

    private static final long ONE = 1_000_000;

    private Rounded() {}

    /** The number with six decimals. Its amount is a million million at most: it is one of a scale. */
    public static double of(double number) {
        return (double) scaled(number) / ONE;
    }

    /**
     * Writes the same as JSON has it, without zeros at its end, to the end of {@code text}. That is quicker than to look for the shortest
     * form that tells a number from all other doubles.
     *
     * @param text has room for {@link #LONGEST} characters
     * @return where it begins
     */
    public static int write(double number, char[] text) {
        var scaled = scaled(number);
        var amount = Math.abs(scaled);
        var decimals = amount % ONE;
        var first = ONE;
        while (first > 10 && decimals % 10 == 0) {
            decimals /= 10;
            first /= 10;
        }
        var at = digits(decimals + first, text, text.length);
        text[at] = '.'; // in the place of the digit that kept the zeros behind it
        at = digits(amount / ONE, text, at);
        if (scaled < 0) {
            text[--at] = '-';
        }
        return at;
    }

    /** Writes the digits of a whole number up to {@code end}; gives where they begin. */
    private static int digits(long number, char[] text, int end) {
        var at = end;
        var rest = number;
        do {
            text[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return at;
    }

    private static long scaled(double number) {
        return Math.round(number * ONE);
    }
}
