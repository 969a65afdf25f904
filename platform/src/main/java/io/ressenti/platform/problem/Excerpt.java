package io.ressenti.platform.problem;

/** As much of a client's own words as a problem repeats. */
public final class Excerpt {

    private static final int MAX_SHOWN = 64;

    private Excerpt() {}

    /** {@code text}, or its beginning and "…". Never ends within a character. */
    public static String of(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + "…";
    }
}
