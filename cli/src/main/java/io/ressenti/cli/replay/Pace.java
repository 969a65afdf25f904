package io.ressenti.cli.replay;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast events are sent.
 *
 * @param perSecond events per second; infinite for as fast as they are taken
 */
public record Pace(double perSecond) {

    /** As fast as they are taken. */
    public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

    /** When the event after {@code sent} others is due, counted from the start. */
    Duration dueAfter(long sent) {
        return Duration.ofNanos((long) (sent / perSecond * 1e9));
    }

    /** Reads {@code max}, or a number of events per second. */
    public static final class Converter implements ITypeConverter<Pace> {

        @Override
        public Pace convert(String value) {
            if ("max".equals(value)) {
                return MAX;
            }
            try {
                var perSecond = Double.parseDouble(value);
                if (perSecond > 0) {
                    return new Pace(perSecond);
                }
            } catch (NumberFormatException e) {
                throw notASpeed(value);
            }
            throw notASpeed(value);
        }

        private static TypeConversionException notASpeed(String value) {
            return new TypeConversionException("'" + value + "' is neither max nor a number of events per second");
        }
    }
}
