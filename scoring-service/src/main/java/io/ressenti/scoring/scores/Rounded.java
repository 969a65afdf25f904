package io.ressenti.scoring.scores;

/** Numbers as rows of scores show them: to six decimals, so that what adding up in another order leaves behind does not show. */
final class Rounded {

    private static final long ONE = 1_000_000;
    private static final int USUAL_LENGTH = 16;

    private Rounded() {}

    /** The number with six decimals. Its amount is a million million at most: it is one of a scale. */
    static double of(double number) {
        return (double) scaled(number) / ONE;
    }

    /** The same as JSON has it, without zeros at its end: quicker than the shortest form that tells it from all other doubles. */
    static String text(double number) {
        var scaled = scaled(number);
        var amount = Math.abs(scaled);
        var text = new StringBuilder(USUAL_LENGTH);
        if (scaled < 0) {
            text.append('-');
        }
        text.append(amount / ONE).append('.');
        appendDecimals(text, (int) (amount % ONE));
        return text.toString();
    }

    private static long scaled(double number) {
        return Math.round(number * ONE);
    }

    private static void appendDecimals(StringBuilder text, int decimals) {
        var rest = decimals;
        var place = (int) ONE / 10;
        do {
            text.append((char) ('0' + rest / place));
            rest %= place;
            place /= 10;
        } while (rest > 0);
    }
}
