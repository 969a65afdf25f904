package io.ressenti.cli.imports.mapping;

import io.ressenti.cli.client.WrongUseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How a file writes a time. Where it says no offset the zone holds: in the hour that a zone repeats in autumn the first one is
 * meant, and a time in the hour that it leaves out in spring is moved on by that hour. A date alone is the start of that day.
 */
final class TimeFormat {

    private static final String ISO = "ISO 8601";
    private static final String EPOCH_SECONDS = "epochSeconds";
    private static final String EPOCH_MILLIS = "epochMillis";
    private static final DateTimeFormatter ISO_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final String format;
    private final DateTimeFormatter pattern;
    private final ZoneId zone;

    private TimeFormat(String format, DateTimeFormatter pattern, ZoneId zone) {
        this.format = format;
        this.pattern = pattern;
        this.zone = zone;
    }

    /**
     * A format.
     *
     * @param format {@code epochSeconds}, {@code epochMillis} or a pattern of {@link DateTimeFormatter}; null: ISO 8601
     * @param zone   an IANA name or an offset; null: UTC
     * @throws WrongUseException where one of them is none
     */
    static TimeFormat of(String format, String zone) {
        var zoneId = zone(zone);
        return switch (format) {
            case null -> new TimeFormat(ISO, ISO_TIME, zoneId);
            case EPOCH_SECONDS, EPOCH_MILLIS -> new TimeFormat(format, null, zoneId);
            default -> new TimeFormat(format, pattern(format), zoneId);
        };
    }

    /**
     * Reads a time.
     *
     * @throws UnreadableValueException where it is not of the format, or there is no such day
     */
    Instant read(String text) throws UnreadableValueException {
        try {
            return switch (format) {
                case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
                case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
                default -> instant(pattern.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnreadableValueException("\"%s\" is not a time of the format %s.".formatted(text, format), e);
        }
    }

    private Instant instant(TemporalAccessor time) {
        return switch (time) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> LocalDate.from(time).atStartOfDay(zone).toInstant();
        };
    }

    private static DateTimeFormatter pattern(String format) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(format)
                    // "yyyy" counts years of an era, and a strict reader wants to know which.
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(
                    "\"%s\" is no format of a time; write for instance \"dd/MM/yyyy HH:mm\".".formatted(format), e);
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new WrongUseException(
                    "\"%s\" is no time zone; write for instance \"Europe/Paris\" or \"+01:00\".".formatted(zone), e);
        }
    }
}
