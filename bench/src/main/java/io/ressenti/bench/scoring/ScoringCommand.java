package io.ressenti.bench.scoring;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.Progress;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast events that stand on Kafka become scores. */
@Command(
        name = "scoring",
        description =
                "Measures how fast events that wait on the topics are scored, beside a bare loop over the same records.",
        mixinStandardHelpOptions = true)
public final class ScoringCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "400000",
            description = "How many events (default: ${DEFAULT-VALUE}).")
    private int events;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var report = scratch.run(this::measure);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("scoring", report);
        return 0;
    }

    private String measure(Scratch system) {
        var throughput = new Throughput(system);
        try (var feed = new EventFeed(system.bootstrapServers(), 5)) {
            feed.send(Visits.untilNow(Events.newRun(), events, Duration.ofDays(1)), 0, events);
        }
        var one = throughput.ofInstances(1, events);
        var bare = throughput.ofBareLoop(events);
        var table = new Table("", "overall", "second half", "us/event");
        row(table, "1", one);
        row(table, "bare", bare);
        return table.text();
    }

    private static void row(Table table, String name, Progress p) {
        table.row(
                name,
                String.format(Locale.ROOT, "%,.0f", p.overall()),
                String.format(Locale.ROOT, "%,.0f", p.secondHalf()),
                String.format(Locale.ROOT, "%,.1f", p.microsPerEvent()));
    }
}
