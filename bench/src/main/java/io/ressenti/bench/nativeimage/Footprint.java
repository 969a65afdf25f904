package io.ressenti.bench.nativeimage;

import io.ressenti.bench.load.ClosedLoop;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.MemoryWatch;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.local.process.Probe;
import io.ressenti.local.setup.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service in one of its forms takes, and gives.
 *
 * @param startMillis from the start of the process to its first answer, the median of some starts
 * @param idle        resident memory a few seconds after that, MiB
 * @param loaded      the most resident memory under load, MiB
 * @param rate        requests per second
 * @param size        of the program on the disk, MiB
 */
record Footprint(double startMillis, double idle, double loaded, double rate, double size) {

    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final int STARTS = 3;
    private static final int CLIENTS = 8;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration WATCH = Duration.ofMillis(200);

    /**
     * Starts a service several times, and loads it after the last.
     *
     * @param seconds of the load, after as long a warm-up
     * @throws ClientException where it does not start, or refuses a request
     */
    static Footprint of(Service service, Form form, Scratch system, int seconds) {
        // The first start creates tables.
        start(service, form, system).process().close();
        List<Double> starts = new ArrayList<>();
        for (int i = 1; i < STARTS; i++) {
            var started = start(service, form, system);
            starts.add(started.millis());
            started.process().close();
        }
        var started = start(service, form, system);
        starts.add(started.millis());
        try (var process = started.process()) {
            process.awaitReady(Probe.http(system.portOf(service), "/q/health/ready"));
            Pause.of(SETTLING);
            var idle = process.residentBytes() / MEBIBYTE;
            load(service, system, seconds);
            try (var memory = new MemoryWatch(process, WATCH)) {
                var rate = load(service, system, seconds);
                return new Footprint(median(starts), idle, memory.most(), rate, form.bytes(service) / MEBIBYTE);
            }
        }
    }

    private record Started(JavaProcess process, double millis) {}

    private static Started start(Service service, Form form, Scratch system) {
        var begin = System.nanoTime();
        var deadline = Instant.now().plus(PATIENCE);
        var process = system.startService(service, form.isNative(), Scratch.HEAP);
        while (!answers(system.portOf(service))) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new ClientException("%s (%s) does not answer.".formatted(service.module(), form));
            }
            Pause.of(POLL);
        }
        return new Started(process, (System.nanoTime() - begin) / 1e6);
    }

    private static boolean answers(int port) {
        try {
            return Probe.answers(port, "/q/health/live");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    private static double load(Service service, Scratch system, int seconds) {
        try (var load = new HttpLoad(CLIENTS)) {
            var tally = new ClosedLoop(load, Visit.of(service, system, load)).run(CLIENTS, Duration.ofSeconds(seconds));
            if (tally.refused() > 0) {
                throw new ClientException("%s has refused %,d of %,d requests."
                        .formatted(service.module(), tally.refused(), tally.refused() + tally.accepted()));
            }
            return tally.accepted() * 1e9 / tally.elapsed().toNanos();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
