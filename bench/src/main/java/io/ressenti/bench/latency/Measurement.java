package io.ressenti.bench.latency;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Pairs what was due with what arrived. Time counts from the moment at which a request was <em>due</em>, not sent: a stall of
 * the system or of this process delays all that is due meanwhile, and each of those counts (no coordinated omission).
 */
final class Measurement {

    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;
    private static final int DIGITS = 3;

    private final Map<Kind, Histogram> histograms = new EnumMap<>(Kind.class);
    private final Map<String, Due> outstanding = new ConcurrentHashMap<>();

    private record Due(Kind kind, long atNanos) {}

    Measurement() {
        for (var kind : Kind.values()) {
            histograms.put(kind, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
        }
    }

    /** A request about {@code customer} is due. */
    void due(String customer, Kind kind, long atNanos) {
        outstanding.put(customer, new Due(kind, atNanos));
    }

    /** The alert about {@code customer} is there; counts once, and only where a request was due. */
    void arrived(String customer, long atNanos) {
        var due = outstanding.remove(customer);
        if (due != null) {
            var micros = Math.max(0, (atNanos - due.atNanos()) / 1000);
            histograms.get(due.kind()).recordValue(Math.min(micros, LONGEST_MICROS));
        }
    }

    /** How many alerts are still to come. */
    int outstanding() {
        return outstanding.size();
    }

    /** The figures of one kind, in milliseconds. */
    Figures figures(Kind kind) {
        return figures(kind.name().toLowerCase(Locale.ROOT), EnumSet.of(kind));
    }

    /** The figures of all kinds together, in milliseconds. */
    Figures overall() {
        return figures("overall", EnumSet.allOf(Kind.class));
    }

    private Figures figures(String name, Set<Kind> kinds) {
        var histogram = new Histogram(LONGEST_MICROS, DIGITS);
        kinds.forEach(kind -> histogram.add(histograms.get(kind)));
        var lost = outstanding.values().stream()
                .filter(due -> kinds.contains(due.kind()))
                .count();
        return new Figures(
                name,
                histogram.getTotalCount(),
                lost,
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(90)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue()));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }

    /**
     * @param name what is counted
     * @param lost requests whose alert never came
     */
    record Figures(String name, long count, long lost, double p50, double p90, double p99, double max) {}
}
