package io.ressenti.bench.latency;

import io.ressenti.bench.latency.Measurement.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures, for a terminal and for the project's results. */
record Report(double perSecond, int seconds, int warmup, List<Figures> figures) {

    static Report of(double perSecond, int seconds, int warmup, Measurement measurement) {
        return new Report(
                perSecond,
                seconds,
                warmup,
                Arrays.stream(Kind.values()).map(measurement::figures).toList());
    }

    /** Alerts that never came. */
    long lost() {
        return figures.stream().mapToLong(Figures::lost).sum();
    }

    String text() {
        var text = new StringBuilder(
                format("%-12s%8s%8s%10s%10s%10s%10s%n", "ms", "count", "lost", "p50", "p90", "p99", "max"));
        figures.forEach(f -> text.append(format(
                "%-12s%8d%8d%10.1f%10.1f%10.1f%10.1f%n",
                name(f), f.count(), f.lost(), f.p50(), f.p90(), f.p99(), f.max())));
        return text.toString();
    }

    String markdown(Instant at, MachineFacts machine) {
        var rows = new StringBuilder();
        figures.forEach(f -> rows.append(format(
                "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                name(f), f.count(), f.lost(), f.p50(), f.p90(), f.p99(), f.max())));
        return """
                # From the HTTP request to the alert on the lead's stream

                %.0f requests/s (open model), %d s after a warm-up of %d s, everything on one machine behind the front door.
                Time counts from the moment a request was due. Repeat it with `./ressenti bench latency --write`.

                | ms | count | lost | p50 | p90 | p99 | max |
                |---|---|---|---|---|---|---|
                %s
                %s · %s
                """.formatted(
                perSecond, seconds, warmup, rows, at.atZone(ZoneOffset.UTC).toLocalDate(), machine.text());
    }

    private static String name(Figures figures) {
        return figures.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
