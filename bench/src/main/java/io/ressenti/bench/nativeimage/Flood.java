package io.ressenti.bench.nativeimage;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.scratch.Consumption;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.local.frontdoor.FrontDoor;
import io.ressenti.local.process.Probe;
import io.ressenti.local.setup.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the services take while all of them work as hard as the machine lets them.
 *
 * @param resident the most resident memory of each, MiB
 */
record Flood(Map<Service, Double> resident) {

    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Who has done nothing for so long has nothing to do: services commit their offsets each second. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final List<String> GROUPS = List.of(
            "touchpoint-journey",
            "touchpoint-journey-feedback",
            "scoring-touchpoints",
            "scoring-feedback",
            "notification-dissatisfaction");

    /**
     * Starts all services, sends a shop's journeys and then more events as fast as they are taken, and waits until all is stored, scored
     * and told.
     *
     * @param heap   MiB that each may have at most
     * @param orders the folder of the Olist data set
     * @param events how many more
     * @throws ClientException where something is refused, or a service ends
     */
    static Flood of(Form form, int heap, Path orders, int events, Scratch system) {
        Map<Service, JavaProcess> running = new EnumMap<>(Service.class);
        try {
            for (Service service : Service.values()) {
                running.put(service, system.startService(service, form.isNative(), heap));
            }
            running.forEach(
                    (service, process) -> process.awaitReady(Probe.http(system.portOf(service), "/q/health/ready")));
            return behindOneDoor(orders, events, system, running);
        } finally {
            running.values().forEach(JavaProcess::close);
        }
    }

    private static Flood behindOneDoor(Path orders, int events, Scratch system, Map<Service, JavaProcess> running) {
        try {
            var door = FrontDoor.open("localhost", system.ports());
            try {
                send(orders, events, system, running);
                Map<Service, Double> resident = new EnumMap<>(Service.class);
                running.forEach((service, process) -> resident.put(service, process.mostResidentBytes() / MEBIBYTE));
                return new Flood(resident);
            } finally {
                door.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    private static void send(Path orders, int events, Scratch system, Map<Service, JavaProcess> running) {
        try (var consumption = new Consumption(system.bootstrapServers(), GROUPS)) {
            var url = "http://localhost:" + system.ports().frontDoor();
            var exitCode = io.ressenti.cli.Main.commandLine()
                    .execute("replay", "olist", orders.toString(), "--url", url, "--key", system.key());
            if (exitCode != 0) {
                throw new ClientException("The orders were not taken in.");
            }
            system.feed(new Events(Events.newRun()), events);
            awaitQuiet(consumption, running);
        }
    }

    private static void awaitQuiet(Consumption consumption, Map<Service, JavaProcess> running) {
        var records = consumption.records();
        var changed = Instant.now();
        while (Instant.now().isBefore(changed.plus(QUIET))) {
            running.forEach(Flood::assertAlive);
            Pause.of(POLL);
            var now = consumption.records();
            if (now > records) {
                records = now;
                changed = Instant.now();
            }
        }
    }

    private static void assertAlive(Service service, JavaProcess process) {
        if (!process.isAlive()) {
            throw new ClientException("%s has ended.".formatted(service.module()));
        }
    }
}
