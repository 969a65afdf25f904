package io.ressenti.console.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the name of a measure says: {@code delayHours} is a lateness in hours, {@code waitMinutes} a duration in minutes.
 *
 * @param unit null where it is not known to be a time
 * @param late whether it counts from a promised moment rather than from the start
 */
public record Measure(Unit unit, boolean late) {

    private static final Set<String> LATENESS = Set.of("delay", "late", "lateness", "overdue");

    /**
     * Reads a name in camel case, kebab case or snake case.
     *
     * @param declared the unit that the promise declares, which holds before what the name says; null where it declares none
     */
    public static Measure of(String name, String declared) {
        var words = List.of(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[ _.-]+"));
        var unit = Unit.named(declared == null ? words.getLast() : declared.toLowerCase(Locale.ROOT));
        return new Measure(unit, unit != null && words.stream().anyMatch(LATENESS::contains));
    }

    /** Units of time. */
    public enum Unit {
        MILLISECONDS("ms", 1, Set.of("ms", "millis", "milliseconds")),
        SECONDS("s", 1_000, Set.of("s", "sec", "seconds")),
        MINUTES("min", 60_000, Set.of("min", "mins", "minutes")),
        HOURS("h", 3_600_000, Set.of("h", "hours")),
        DAYS("d", 86_400_000, Set.of("d", "days"));

        private final String symbol;
        private final long millis;
        private final Set<String> names;

        Unit(String symbol, long millis, Set<String> names) {
            this.symbol = symbol;
            this.millis = millis;
            this.names = names;
        }

        String symbol() {
            return symbol;
        }

        long millis() {
            return millis;
        }

        private static Unit named(String name) {
            for (var unit : values()) {
                if (unit.names.contains(name)) {
                    return unit;
                }
            }
            return null;
        }
    }
}
