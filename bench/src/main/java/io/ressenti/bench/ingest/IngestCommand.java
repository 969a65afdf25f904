package io.ressenti.bench.ingest;

import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast events are taken in, as a ratio to a bare probe. */
@Command(
        name = "ingest",
        description = {
            "Starts a Kafka, a PostgreSQL, the touchpoint service and a bare probe of its own, and loads both in turn.",
            "Exit code 1 where a request is refused, or an event that was confirmed is not there."
        },
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "One part alone: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "32",
            description = "Connections (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each time (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "60",
            description = "Seconds of load beforehand that do not count (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Events per second of the open load (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--tool-records",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Records that Kafka's own tool sends in each round (default: ${DEFAULT-VALUE}).")
    private long toolRecords;

    @Option(names = "--with-projector", description = "Has the service store the events meanwhile.")
    private boolean projector;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    private enum Part {
        ONE,
        ARRAY,
        LINES,
        TOOL,
        LATENCY
    }

    @Override
    public Integer call() {
        var report = scratch.run(this::measure);
        say(report.markdown());
        results.keep("ingest", report.markdown());
        return report.complete() ? 0 : 1;
    }

    private IngestReport measure(Scratch system) {
        var plan = new IngestRun.Plan(
                clients, rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmup), rate, toolRecords, projector);
        var run = new IngestRun(system, plan);
        List<Comparison> comparisons = new ArrayList<>();
        for (var shape : Shape.values()) {
            if (only.contains(Part.valueOf(shape.name()))) {
                say("%s …%n".formatted(shape.title()));
                comparisons.add(run.compare(shape));
            }
        }
        List<Double> tool = only.contains(Part.TOOL) ? run.tool() : List.of();
        var latency = only.contains(Part.LATENCY) ? run.latency() : null;
        return new IngestReport(plan, comparisons, tool, latency, run.accepted(), run.onTopic());
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
