package io.ressenti.embedded.testing.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Our own metrics by name, with their types: as documented, and as a service exports them. */
public final class Metrics {

    /** Prometheus' own text format, in which counters have their whole names. */
    public static final String FORMAT = "text/plain;version=0.0.4";

    private static final Path TABLE = Path.of("..", "docs", "telemetry.md");

    /** {@code | `ressenti_x_total` | counter | labels | services | meaning |}. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `(ressenti_\\w+)` \\| (\\w+) \\|[^|]*\\| ([^|]+) \\|", Pattern.MULTILINE);

    private static final Pattern TYPE = Pattern.compile("^# TYPE (ressenti_\\w+) (\\w+)$", Pattern.MULTILINE);

    private static final String MAXIMUM = "_max";

    private Metrics() {}

    /** What the table in docs/telemetry.md promises of {@code service}. */
    public static SortedMap<String, String> documentedOf(String service) {
        SortedMap<String, String> metrics = new TreeMap<>();
        ROW.matcher(read(TABLE))
                .results()
                .filter(row -> isOf(service, row))
                .forEach(row -> metrics.put(row.group(1), row.group(2)));
        return metrics;
    }

    /** What stands in {@code exposition}, Prometheus' text format. The maximum that goes with a summary or a histogram is no metric of its own. */
    public static SortedMap<String, String> exportedIn(String exposition) {
        SortedMap<String, String> metrics = new TreeMap<>();
        TYPE.matcher(exposition).results().forEach(type -> metrics.put(type.group(1), type.group(2)));
        metrics.keySet()
                .removeIf(name -> name.endsWith(MAXIMUM)
                        && metrics.containsKey(name.substring(0, name.length() - MAXIMUM.length())));
        return metrics;
    }

    /** The value of the sample of metric {@code name} with all of {@code labels} ({@code key="value"}); 0 where there is none. */
    public static double valueIn(String exposition, String name, String... labels) {
        return exposition
                .lines()
                .filter(line ->
                        line.startsWith(name + "{") && Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static boolean isOf(String service, MatchResult row) {
        var services = row.group(3).strip();
        return services.equals("all") || Arrays.asList(services.split(", ")).contains(service);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
