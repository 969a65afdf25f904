package io.ressenti.bench.projector;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.Progress;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.bench.scratch.Timelines;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast events that stand on Kafka reach the timelines. */
@Command(
        name = "projector",
        description = {
            "Fills a topic of its own, starts the touchpoint service on it, and measures how fast the timelines fill in a",
            "PostgreSQL that writes every commit through to the disk. Exit code 1 where a line is missing."
        },
        mixinStandardHelpOptions = true)
public final class ProjectorCommand implements Callable<Integer> {

    private static final double TARGET = 15_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "300000",
            description = "How many events (default: ${DEFAULT-VALUE}).")
    private int events;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    /**
     * What was found.
     *
     * @param bare  lines per second of the bare insert
     * @param lines how many there are in the end
     */
    private record Outcome(Progress progress, double bare, long lines) {}

    @Override
    public Integer call() {
        var outcome = scratch.run(this::measure);
        var report = markdown(outcome);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("projector", report);
        return outcome.lines() == events ? 0 : 1;
    }

    private Outcome measure(Scratch system) {
        try (var intake = system.startTouchpointService(Scratch.WITHOUT_PROJECTOR)) {
            system.feed(new Events(Events.newRun()), events);
        }
        try (var service = system.startTouchpointService(Map.of());
                var timelines = new Timelines(system);
                var database = system.connect()) {
            var progress = follow(service, timelines);
            service.close();
            return new Outcome(progress, new BareInsert(database).linesPerSecond(), timelines.count());
        } catch (SQLException e) {
            throw new ClientException("The bare insert fails.", e);
        }
    }

    private Progress follow(JavaProcess service, Timelines timelines) {
        var progress = new Progress();
        var start = System.nanoTime();
        for (var lines = timelines.count(); ; lines = timelines.count()) {
            var passed = Duration.ofNanos(System.nanoTime() - start);
            progress.add(new Progress.Sample(passed, lines, service.processorTime()));
            if (lines >= events) {
                return progress;
            }
            if (passed.compareTo(PATIENCE) > 0) {
                throw new ClientException("After five minutes %,d of %,d lines are stored.".formatted(lines, events));
            }
            Pause.of(POLL);
        }
    }

    private String markdown(Outcome outcome) {
        var progress = outcome.progress();
        var table = new Table("", "events/s", "of the bare insert");
        table.row("projector, all events", rate(progress.overall()), share(progress.overall(), outcome.bare()));
        table.row("projector, second half", rate(progress.secondHalf()), share(progress.secondHalf(), outcome.bare()));
        table.row("bare insert", rate(outcome.bare()), "1.00");
        return """
                # From Kafka into the timelines

                The touchpoint service is started on %,d events that wait on its topic; PostgreSQL runs with fsync and
                synchronous_commit on, everything on this machine. The bare insert puts the same rows into a table with nothing but a
                primary key, a thousand with each `unnest` statement, one after the other, and reads no topic.
                Repeat it with `./ressenti bench projector --write`.

                %s
                Target: at least %,.0f events/s over all events, the service still compiling; %s here. The service itself uses %.1f µs of
                processor time for an event of the second half. %,d lines of %,d are there.
                """.formatted(
                        events,
                        table.text(),
                        TARGET,
                        progress.overall() >= TARGET ? "met" : "missed",
                        progress.microsPerEvent(),
                        outcome.lines(),
                        events);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String share(double rate, double bare) {
        return String.format(Locale.ROOT, "%.2f", rate / bare);
    }
}
