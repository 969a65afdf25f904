package io.ressenti.bench.memory;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.MemoryWatch;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.cli.catalogue.CatalogueClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether memory stays flat. */
@Command(
        name = "memory",
        description = {
            "Sends millions of events, in turn as batches and as long uploads, then a gigabyte in one request, and looks",
            "at the memory of the touchpoint service. Needs Linux. Exit code 1 where its heap has grown."
        },
        mixinStandardHelpOptions = true)
public final class MemoryCommand implements Callable<Integer> {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final long GIGABYTE = 1_000_000_000;

    /** What a heap may hold more at the end than after the warm-up: caches and counters that fill slowly. */
    private static final double MOST_GROWTH_MIB = 20;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many events before the gigabyte (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--step",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Looks at the heap after so many (default: ${DEFAULT-VALUE}).")
    private int step;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    /**
     * A part of the load.
     *
     * @param least    resident memory during it, MiB
     * @param most     resident memory during it, MiB
     * @param liveHeap what was still in use right after it, MiB
     */
    private record Part(String name, double least, double most, double liveHeap) {}

    @Override
    public Integer call() {
        var parts = scratch.run(this::measure);
        var growth = parts.getLast().liveHeap() - parts.getFirst().liveHeap();
        var report = markdown(parts, growth);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("memory", report);
        return growth <= MOST_GROWTH_MIB ? 0 : 1;
    }

    private List<Part> measure(Scratch system) {
        var made = new Events(Events.newRun());
        List<Part> parts = new ArrayList<>();
        try (var service = system.startTouchpointService(Map.of());
                var api = system.api();
                var upload = new Upload(system, made)) {
            new CatalogueClient(api).put(Events.catalogue());
            LongConsumer batches = count -> system.feed(made, (int) count);
            parts.add(watch(service, "warm-up: %,d in batches, %,d in one request".formatted(step, step), () -> {
                batches.accept(step);
                upload.send(step);
            }));
            for (long sent = 0; sent < events; sent += step) {
                var inBatches = sent / step % 2 == 0;
                var name = "%,d events more, %s".formatted(step, inBatches ? "in batches" : "in one request");
                parts.add(watch(service, name, () -> (inBatches ? batches : (LongConsumer) upload::send).accept(step)));
            }
            parts.add(watch(service, "1 GB in one request", () -> upload.send(GIGABYTE / (Events.BYTES + 1))));
        }
        return parts;
    }

    private Part watch(JavaProcess service, String name, Runnable load) {
        try (var memory = new MemoryWatch(service, INTERVAL)) {
            load.run();
            var part = new Part(name, memory.least(), memory.most(), service.liveHeapBytes() / (1024.0 * 1024));
            spec.commandLine().getOut().printf("%s …%n", name);
            spec.commandLine().getOut().flush();
            return part;
        }
    }

    private String markdown(List<Part> parts, double growth) {
        var table = new Table("MiB", "resident, least", "resident, most", "live heap afterwards");
        parts.forEach(part -> table.row(part.name(), mib(part.least()), mib(part.most()), mib(part.liveHeap())));
        return """
                # Memory of the touchpoint service under load

                The service (256 MiB of heap at most, as the launcher gives it) takes in events of %d bytes and stores them, on a
                Kafka and a PostgreSQL of its own. Resident memory is looked at every %d s; the live heap is what a full collection
                leaves. Repeat it with `./ressenti bench memory --write`.

                %s
                The live heap has grown by %.1f MiB since the warm-up.
                """.formatted(Events.BYTES, INTERVAL.toSeconds(), table.text(), growth);
    }

    private static String mib(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
