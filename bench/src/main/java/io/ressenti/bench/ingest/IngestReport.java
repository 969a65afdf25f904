package io.ressenti.bench.ingest;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.Table;
import java.util.List;
import java.util.Locale;

/**
 * The figures, each beside the one that it is compared with.
 *
 * @param tool     records per second of Kafka's own tool, of each round
 * @param accepted events that the service has confirmed
 * @param onTopic  records that stand on its topic
 */
record IngestReport(
        IngestRun.Plan plan,
        List<Comparison> comparisons,
        List<Double> tool,
        Latency latency,
        long accepted,
        long onTopic) {

    private static final double LEAST_RATE = 0.5;
    private static final double MOST_COST = 2;
    private static final double LEAST_OF_TOOL = 0.4;
    private static final double MOST_LATENCY = 3;

    /** Whether all that was sent was confirmed, and all that was confirmed is there. */
    boolean complete() {
        return refusedByService() + refusedByProbe() == 0 && accepted == onTopic;
    }

    String markdown() {
        return """
                # Taking events in, beside a bare probe

                The touchpoint service and a bare probe (a Vert.x HTTP server in front of one Kafka producer: no validation, no
                caller, the same payload of %d bytes and the same producer settings) on one broker of their own, loaded in turn from
                this machine: medians of %d rounds of %d s each. %s
                Repeat it with `./ressenti bench ingest --write`.

                %s
                %s
                %s
                """.formatted(
                        Events.BYTES,
                        plan.rounds(),
                        plan.window().toSeconds(),
                        projector(),
                        throughput(),
                        latencies(),
                        verdict());
    }

    private String projector() {
        return plan.projector()
                ? "The service stores its events meanwhile."
                : "The service's own consumers rest; `--with-projector` has them store the events meanwhile.";
    }

    private String throughput() {
        var table =
                new Table(plan.clients() + " connections, closed loop", "service", "bare probe", "ratio", "target", "");
        for (var comparison : comparisons) {
            table.row(
                    comparison.shape().title() + ": events/s",
                    number("%,.0f", comparison.serviceRate()),
                    number("%,.0f", comparison.probeRate()),
                    number("%.2f", comparison.rateRatio()),
                    number("≥ %.1f", LEAST_RATE),
                    met(comparison.rateRatio() >= LEAST_RATE));
            var costCounts = comparison.shape() == Shape.ONE;
            table.row(
                    comparison.shape().title() + ": µs of processor time an event",
                    number("%.1f", comparison.serviceMicros()),
                    number("%.1f", comparison.probeMicros()),
                    number("%.2f", comparison.costRatio()),
                    costCounts ? number("≤ %.1f", MOST_COST) : "",
                    costCounts ? met(comparison.costRatio() <= MOST_COST) : "");
        }
        return table.text() + toolLine();
    }

    private String toolLine() {
        if (tool.isEmpty()) {
            return "";
        }
        var table = new Table("against `kafka-producer-perf-test`", "service", "Kafka's tool", "ratio", "target", "");
        var rate = Medians.of(tool, Double::doubleValue);
        comparisons.stream()
                .filter(comparison -> comparison.shape() != Shape.ONE)
                .forEach(comparison -> {
                    var ratio = comparison.serviceRate() / rate;
                    table.row(
                            comparison.shape().title() + ": events/s",
                            number("%,.0f", comparison.serviceRate()),
                            number("%,.0f", rate),
                            number("%.2f", ratio),
                            number("≥ %.1f", LEAST_OF_TOOL),
                            met(ratio >= LEAST_OF_TOOL));
                });
        return "\n" + table.text();
    }

    private String latencies() {
        if (latency == null) {
            return "";
        }
        var table = new Table(
                "ms from the due moment, %,.0f events/s, open model".formatted(latency.perSecond()),
                "service",
                "bare probe",
                "ratio",
                "target",
                "");
        for (var percentile : new double[] {50, 99, 99.9}) {
            var counts = percentile == 99;
            table.row(
                    number("p%s", percentile).replace(".0", ""),
                    number("%.2f", latency.service(percentile)),
                    number("%.2f", latency.probe(percentile)),
                    number("%.2f", latency.ratio(percentile)),
                    counts ? number("≤ %.1f", MOST_LATENCY) : "",
                    counts ? met(latency.ratio(percentile) <= MOST_LATENCY) : "");
        }
        return table.text();
    }

    private String verdict() {
        return "The service has confirmed %,d events, and %,d stand on its topic. It has refused %d requests, the bare probe %d.\n"
                .formatted(accepted, onTopic, refusedByService(), refusedByProbe());
    }

    private long refusedByService() {
        return comparisons.stream().mapToLong(Comparison::refusedByService).sum()
                + (latency == null ? 0 : latency.refusedByService());
    }

    private long refusedByProbe() {
        return comparisons.stream().mapToLong(Comparison::refusedByProbe).sum()
                + (latency == null ? 0 : latency.refusedByProbe());
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
