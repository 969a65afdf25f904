package io.ressenti.bench.journey;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.bench.scratch.Timelines;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a customer with very many events is shown as fast as one with few. */
@Command(
        name = "journey",
        description = {
            "Reads the first page of a short timeline, and the first and a deep page of a very long one.",
            "All events lie 15 minutes apart: 100,000 of them fill almost three years."
        },
        mixinStandardHelpOptions = true)
public final class JourneyCommand implements Callable<Integer> {

    private static final Duration APART = Duration.ofMinutes(15);
    private static final int FEW = 10;

    /** A batch's worth: what is sent is sent in whole batches. */
    private static final int FEW_CUSTOMERS = 100;

    private static final int PAGE = 100;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Events of the long timeline (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How often each page is read (default: ${DEFAULT-VALUE}).")
    private int reads;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    /** Response times in microseconds. */
    private record Outcome(Histogram few, Histogram first, Histogram deep) {}

    @Override
    public Integer call() {
        var report = markdown(scratch.run(this::measure));
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("journey", report);
        return 0;
    }

    private Outcome measure(Scratch system) {
        var run = Events.newRun();
        var many = new Events(run + "m", 1, APART);
        var few = new Events(run + "f", FEW_CUSTOMERS, APART);
        try (var service = system.startTouchpointService(Map.of());
                var api = system.api()) {
            system.feed(many, events);
            system.feed(few, FEW * FEW_CUSTOMERS);
            awaitStored(system, events + FEW * FEW_CUSTOMERS);
            return read(new JourneyReads(api, few.customer(0)), new JourneyReads(api, many.customer(0)));
        }
    }

    private Outcome read(JourneyReads few, JourneyReads many) {
        var deep = many.cursorAfter(events / PAGE * 9 / 10);
        if (deep == null) {
            throw new ClientException("The long timeline ends too early: events are missing.");
        }
        // In turn, so that whatever else the machine does meets all three; the first turn warms the service up.
        few.time(null, reads);
        many.time(null, reads);
        many.time(deep, reads);
        return new Outcome(few.time(null, reads), many.time(null, reads), many.time(deep, reads));
    }

    private static void awaitStored(Scratch system, long lines) {
        var deadline = Instant.now().plus(PATIENCE);
        try (var timelines = new Timelines(system)) {
            while (timelines.count() < lines) {
                if (Instant.now().isAfter(deadline)) {
                    throw new ClientException("The timelines do not get complete.");
                }
                Pause.of(POLL);
            }
        }
    }

    private String markdown(Outcome outcome) {
        var table = new Table("ms, %,d reads each".formatted(reads), "p50", "p99", "p50 beside the first row");
        row(table, "customer with %d events, whole timeline".formatted(FEW), outcome.few(), outcome.few());
        row(
                table,
                "customer with %,d events, first page of %d".formatted(events, PAGE),
                outcome.first(),
                outcome.few());
        row(table, "the same, page %,d".formatted(events / PAGE * 9 / 10 + 1), outcome.deep(), outcome.few());
        return """
                # Reading timelines

                Over HTTP, one read after the other, from this machine; events lie 15 minutes apart. A page of %d lines is longer than
                a whole timeline of %d, and takes longer to write for that alone. Repeat it with `./ressenti bench journey --write`.

                %s
                """.formatted(PAGE, FEW, table.text());
    }

    private static void row(Table table, String name, Histogram micros, Histogram base) {
        var median = micros.getValueAtPercentile(50);
        table.row(
                name,
                number("%.2f", median / 1000.0),
                number("%.2f", micros.getValueAtPercentile(99) / 1000.0),
                number("%.2f", (double) median / base.getValueAtPercentile(50)));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
