package io.ressenti.bench.outage;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.Target;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.MemoryWatch;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.bench.scratch.Timelines;
import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kafka stands still under load. */
@Command(
        name = "outage",
        description = {
            "Freezes its own Kafka for a while under load, and compares what clients were told with what is there",
            "afterwards. Exit code 1 where an event is missing, or a client saw anything but 202, 429 and 503."
        },
        mixinStandardHelpOptions = true)
public final class OutageCommand implements Callable<Integer> {

    private static final Set<String> ALLOWED = Set.of("202", "429", "503");

    /** Half of the service's heap: what waits for Kafka is bounded, and heap that was not used before is no leak. */
    private static final double MAX_GROWTH_MIB = 128;

    private static final Duration CALM = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long Kafka stands still (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "32",
            description = "Connections (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    /**
     * What was seen.
     *
     * @param before answers until Kafka stood still
     * @param all    answers until the end
     * @param calm   most memory before, MiB
     * @param most   most memory from then on, MiB
     */
    private record Outcome(
            SortedMap<String, Integer> before,
            SortedMap<String, Integer> all,
            double calm,
            double most,
            long accepted,
            long onTopic,
            long stored,
            boolean sameIds) {

        boolean passed() {
            // Where nobody was told to come back, there was no outage.
            var wasAway = all.containsKey("503") && ALLOWED.containsAll(all.keySet());
            return wasAway && most - calm <= MAX_GROWTH_MIB && sameIds && accepted == onTopic;
        }
    }

    @Override
    public Integer call() {
        var outcome = scratch.run(this::measure);
        var report = markdown(outcome);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("outage", report);
        return outcome.passed() ? 0 : 1;
    }

    private Outcome measure(Scratch system) {
        var events = new Events(Events.newRun());
        var target = new Target(
                system.servicePort(),
                "/api/v1/touchpoints",
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + system.key()));
        try (var service = system.startTouchpointService(Map.of());
                var api = system.api();
                var load = new HttpLoad(clients)) {
            new CatalogueClient(api).put(Events.catalogue());
            return underLoad(system, service, new Persistent(load, target, events, clients), events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    private Outcome underLoad(Scratch system, JavaProcess service, Persistent load, Events events)
            throws InterruptedException {
        double calm;
        try (var memory = new MemoryWatch(service, INTERVAL)) {
            Pause.of(CALM);
            calm = memory.most();
        }
        var before = load.answers();
        try (var memory = new MemoryWatch(service, INTERVAL)) {
            system.kafka().freeze();
            Pause.of(Duration.ofSeconds(seconds));
            system.kafka().thaw();
            Pause.of(CALM);
            load.finish();
            var topic = TopicIds.on(system.bootstrapServers(), Topics.TOUCHPOINTS);
            var stored = awaitStored(system, topic.size());
            return new Outcome(
                    before,
                    load.answers(),
                    calm,
                    memory.most(),
                    events.made(),
                    topic.size(),
                    stored.size(),
                    topic.equals(stored));
        }
    }

    private static Set<String> awaitStored(Scratch system, int count) {
        var deadline = Instant.now().plus(PATIENCE);
        try (var timelines = new Timelines(system)) {
            while (timelines.count() < count && Instant.now().isBefore(deadline)) {
                Pause.of(INTERVAL);
            }
            return timelines.ids("");
        }
    }

    private String markdown(Outcome outcome) {
        var table = new Table("answers", "before", "from then on");
        outcome.all()
                .forEach((status, count) -> table.row(
                        status,
                        "%,d".formatted(outcome.before().getOrDefault(status, 0)),
                        "%,d".formatted(count - outcome.before().getOrDefault(status, 0))));
        return """
                # Kafka away for %d s under load

                %d clients send one event a request to the touchpoint service, each until it is accepted, while the broker's process is
                frozen: it holds its connections and answers nothing. Repeat it with `./ressenti bench outage --write`.

                %s
                Only %s may be seen. Memory of the service (resident): %.0f MiB at most before, %.0f MiB from then on.

                %,d events were accepted, %,d different ones stand on the topic, %,d in the timelines: %s.
                """.formatted(
                        seconds,
                        clients,
                        table.text(),
                        ALLOWED.stream().sorted().collect(Collectors.joining(", ")),
                        outcome.calm(),
                        outcome.most(),
                        outcome.accepted(),
                        outcome.onTopic(),
                        outcome.stored(),
                        outcome.passed() ? "the same" : "something is wrong");
    }
}
