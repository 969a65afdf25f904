package io.ressenti.bench.scoring;

import io.ressenti.bench.report.Progress;
import io.ressenti.bench.scratch.Consumption;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.local.setup.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How fast records that wait on the topics are stored, by the scoring service or by the bare loop. */
final class Throughput {

    private static final List<String> SCORING = List.of("scoring-touchpoints", "scoring-feedback");
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Scratch system;

    Throughput(Scratch system) {
        this.system = system;
    }

    /** Starts so many instances of the service, and ends them once they have scored so many records more. */
    Progress ofInstances(int instances, long records) {
        return measure(
                SCORING,
                () -> IntStream.range(0, instances)
                        .mapToObj(instance -> system.startScoringService(Scratch.freePort(), Map.of()))
                        .toList(),
                records);
    }

    /** The same for the bare loop. */
    Progress ofBareLoop(long records) {
        var database = system.jdbcUrl(Service.SCORING);
        return measure(
                List.of(BareUpsert.GROUP),
                () -> List.of(system.startCommand(BareUpsert.NAME, system.bootstrapServers(), database)),
                records);
    }

    private Progress measure(List<String> groups, Supplier<List<JavaProcess>> start, long records) {
        try (var consumption = new Consumption(system.bootstrapServers(), groups)) {
            var before = consumption.records();
            var processes = start.get();
            try {
                return follow(() -> consumption.records() - before, processes, records);
            } finally {
                processes.forEach(JavaProcess::close);
            }
        }
    }

    private static Progress follow(LongSupplier done, List<JavaProcess> processes, long records) {
        var progress = new Progress();
        var start = System.nanoTime();
        while (true) {
            var stored = done.getAsLong();
            var passed = Duration.ofNanos(System.nanoTime() - start);
            progress.add(new Progress.Sample(passed, stored, processorTime(processes)));
            if (stored >= records) {
                return progress;
            }
            if (passed.compareTo(PATIENCE) > 0) {
                throw new ClientException(
                        "After ten minutes %,d of %,d records are stored.".formatted(stored, records));
            }
            Pause.of(POLL);
        }
    }

    private static Duration processorTime(List<JavaProcess> processes) {
        return processes.stream().map(JavaProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }
}
