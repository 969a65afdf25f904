package io.ressenti.console.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A time as a page shows it: how long ago, and the exact one on hover. The page's script turns both into the reader's own
 * time zone and keeps them current; without it they are in UTC.
 *
 * @param iso   for the {@code datetime} attribute
 * @param ago   "5 min ago"
 * @param exact "Jan 20, 2018, 9:00 AM UTC"
 */
public record Moment(String iso, String ago, String exact) {

    private static final Duration JUST_NOW = Duration.ofSeconds(45);

    /** Null for null. */
    public static Moment of(Instant time, Instant now, Locale locale) {
        return time == null
                ? null
                : new Moment(time.toString(), ago(Duration.between(time, now), locale), exact(time, locale));
    }

    private static String exact(Instant time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(time)
                + " UTC";
    }

    private static String ago(Duration age, Locale locale) {
        boolean french = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
        if (age.compareTo(JUST_NOW) < 0) {
            return french ? "à l’instant" : "just now";
        }
        long minutes = Math.max(1, age.toMinutes());
        var amount = minutes < 60
                ? minutes + " min"
                : minutes < 48 * 60 ? age.toHours() + " h" : age.toDays() + (french ? " j" : " d");
        return french ? "il y a " + amount : amount + " ago";
    }
}
