package io.ressenti.bench.scoring;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.RetryPolicy;
import io.ressenti.local.setup.Service;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast events that stand on Kafka become scores, and how fast scores are read. */
@Command(
        name = "scoring",
        description = {
            "Fills topics of its own and starts the scoring service on them: events per second beside a bare loop over the",
            "same records, with one and two instances; the time from an event to its published score; the cost of an event",
            "as signals pile up; and how fast scores are read then. Exit code 1 where a score is missing."
        },
        mixinStandardHelpOptions = true)
public final class ScoringCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LINGER_MILLIS = 5;
    private static final int READ_TIMES = 50;
    private static final int GROWTH_STEP = 10;
    private static final long LEAST_PAST = 100_000;
    private static final Map<String, String> PACK_AT_ONCE = Map.of("RESSENTI_SCORING_PACK_EVERY", "1s");

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "THROUGHPUT, LATENCY, GROWTH or READS, repeatable; all of them by default.")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "500000",
            description = "How many events wait on the topics each time (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--past",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many signals are stored in the end (default: ${DEFAULT-VALUE}).")
    private long past;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Events per second while scores' latency is measured (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long latency is measured, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var report = scratch.run(this::measure);
        spec.commandLine().getOut().print(report.markdown());
        spec.commandLine().getOut().flush();
        return report.complete() ? 0 : 1;
    }

    private ScoringReport measure(Scratch system) {
        var report = new ScoringReport(events, rate, past);
        Map<Part, BiConsumer<Scratch, ScoringReport>> parts = new LinkedHashMap<>();
        parts.put(Part.THROUGHPUT, this::throughput);
        parts.put(Part.LATENCY, this::latency);
        parts.put(Part.GROWTH, this::growth);
        parts.put(Part.READS, this::reads);
        parts.forEach((part, measurement) -> {
            if (only.contains(part)) {
                measurement.accept(system, report);
                results.keep("scoring", report.markdown());
            }
        });
        return report;
    }

    private void throughput(Scratch system, ScoringReport report) {
        var throughput = new Throughput(system);
        feed(system, atTarget());
        report.throughput("one instance", throughput.ofInstances(1, events));
        report.throughput("bare loop", throughput.ofBareLoop(events));
        feed(system, atTarget());
        report.throughput("two instances", throughput.ofInstances(2, events));
        feed(system, DAY);
        report.throughput("one instance, events of a whole day", throughput.ofInstances(1, events));
    }

    private void latency(Scratch system, ScoringReport report) {
        var duration = Duration.ofSeconds(seconds);
        try (var service = system.startScoringService(Scratch.freePort(), Map.of())) {
            var scores = new PublishedScores(system.bootstrapServers());
            scores.run(Events.newRun(), rate, duration);
            report.latency(scores.run(Events.newRun(), rate, duration));
        }
    }

    private void growth(Scratch system, ScoringReport report) {
        for (var total : steps()) {
            remember(system, total);
            feed(system, atTarget());
            report.growth(total, new Throughput(system).ofInstances(1, events));
        }
    }

    private void reads(Scratch system, ScoringReport report) {
        if (!only.contains(Part.GROWTH)) {
            remember(system, past);
        }
        var port = Scratch.freePort();
        try (var service = system.startScoringService(port, Map.of());
                var api = new Api(URI.create("http://localhost:" + port), system.key(), RetryPolicy.DEFAULT)) {
            var reads = new ScoreReads(api);
            var questions = ScoreReads.questions(Instant.now());
            questions.values().forEach(reads::warmUp);
            questions.forEach((name, question) -> report.read(name, reads.time(question, READ_TIMES)));
        }
    }

    /** 100,000, a million …, and at last all. */
    private List<Long> steps() {
        List<Long> steps = new ArrayList<>();
        for (long step = LEAST_PAST; step < past; step *= GROWTH_STEP) {
            steps.add(step);
        }
        steps.add(past);
        return steps;
    }

    /** In how long so many events happen at the rate that is aimed at. */
    private Duration atTarget() {
        return Duration.ofSeconds(1).multipliedBy(events).dividedBy((long) ScoringReport.TARGET_RATE);
    }

    private void feed(Scratch system, Duration window) {
        try (var feed = new EventFeed(system.bootstrapServers(), LINGER_MILLIS)) {
            feed.send(Visits.untilNow(Events.newRun(), events, window), 0, events);
        }
    }

    /** The tables are there once an instance has run; another packs what is stored. */
    private static void remember(Scratch system, long total) {
        system.startScoringService(Scratch.freePort(), Map.of()).close();
        try (var connection = system.connect(Service.SCORING)) {
            var history = new History(connection);
            history.extend(total);
            try (var service = system.startScoringService(Scratch.freePort(), PACK_AT_ONCE)) {
                history.awaitPacked();
            }
        } catch (SQLException e) {
            throw new ClientException("The past cannot be written.", e);
        }
    }
}
