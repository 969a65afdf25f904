package io.ressenti.bench.latency;

import io.ressenti.bench.latency.Measurement.Figures;
import io.ressenti.bench.report.MachineFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures, for a terminal and for the project's results.
 *
 * @param kinds   one for each kind of request
 * @param overall of all requests
 */
record Report(double perSecond, int seconds, int warmup, List<Figures> kinds, Figures overall) {

    private static final double TARGET_P50 = 150;
    private static final double TARGET_P99 = 500;

    static Report of(double perSecond, int seconds, int warmup, Measurement measurement) {
        return new Report(
                perSecond,
                seconds,
                warmup,
                Arrays.stream(Kind.values()).map(measurement::figures).toList(),
                measurement.overall());
    }

    /** Alerts that never came. */
    long lost() {
        return overall.lost();
    }

    String text() {
        var text = new StringBuilder(
                format("%-12s%8s%8s%10s%10s%10s%10s%n", "ms", "count", "lost", "p50", "p90", "p99", "max"));
        lines().forEach(f -> text.append(format(
                "%-12s%8d%8d%10.1f%10.1f%10.1f%10.1f%n",
                f.name(), f.count(), f.lost(), f.p50(), f.p90(), f.p99(), f.max())));
        return text.append(target()).append(System.lineSeparator()).toString();
    }

    String markdown(Instant at, MachineFacts machine) {
        var rows = new StringBuilder();
        lines().forEach(f -> rows.append(format(
                "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                f.name(), f.count(), f.lost(), f.p50(), f.p90(), f.p99(), f.max())));
        return """
                # From the HTTP request to the alert on the lead's stream

                %.0f requests/s (open model), %d s after a warm-up of %d s, everything on one machine behind the front door.
                Time counts from the moment a request was due. Repeat it with `./ressenti bench latency --write`.

                | ms | count | lost | p50 | p90 | p99 | max |
                |---|---|---|---|---|---|---|
                %s
                %s

                %s · %s
                """.formatted(
                        perSecond,
                        seconds,
                        warmup,
                        rows,
                        target(),
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        machine.text());
    }

    private Stream<Figures> lines() {
        return Stream.concat(kinds.stream(), Stream.of(overall));
    }

    private String target() {
        var met = overall.count() > 0 && overall.p50() < TARGET_P50 && overall.p99() < TARGET_P99;
        return format(
                "Target on an idle machine, overall: p50 under %.0f ms, p99 under %.0f ms; %s here.",
                TARGET_P50, TARGET_P99, met ? "met" : "missed");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
