package io.ressenti.bench.scoring;

import io.ressenti.bench.report.Progress;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.local.setup.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** Starts so many instances of the service, and ends them once all of {@code records} are scored. */
    Progress ofInstances(int instances, long records) {
        var services = IntStream.range(0, instances)
                .mapToObj(instance -> system.startScoringService(Scratch.freePort(), Map.of()))
                .toList();
        try {
            return follow(SCORING, services, records);
        } finally {
            services.forEach(JavaProcess::close);
        }
    }

    /** The same for the bare loop. */
    Progress ofBareLoop(long records) {
        try (var loop =
                system.startCommand(BareUpsert.NAME, system.bootstrapServers(), system.jdbcUrl(Service.SCORING))) {
            return follow(List.of(BareUpsert.GROUP), List.of(loop), records);
        }
    }

    private Progress follow(List<String> groups, List<JavaProcess> processes, long records) {
        var progress = new Progress();
        var start = System.nanoTime();
        try (var consumption = new Consumption(system.bootstrapServers(), groups)) {
            var before = consumption.records();
            while (true) {
                var done = consumption.records() - before;
                var passed = Duration.ofNanos(System.nanoTime() - start);
                progress.add(new Progress.Sample(passed, done, processorTime(processes)));
                if (done + before >= records) {
                    return progress;
                }
                if (passed.compareTo(PATIENCE) > 0) {
                    throw new ClientException(
                            "After ten minutes %,d of %,d records are stored.".formatted(done, records));
                }
                Pause.of(POLL);
            }
        }
    }

    private static Duration processorTime(List<JavaProcess> processes) {
        return processes.stream().map(JavaProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }
}
