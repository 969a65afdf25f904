package io.ressenti.local;

import io.ressenti.local.process.PidFile;
import io.ressenti.local.process.Probe;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "Says what is running, where, and how it is.",
            "Exit code 0 when everything is ready, 3 when nothing runs, 4 when something that runs is not ready."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    /** As the Linux Standard Base has it; 1 and 2 are what fails and what is misspelt. */
    private static final int NOT_RUNNING = 3;

    private static final int NOT_READY = 4;

    @Mixin
    private DataOption data;

    private record Line(String part, int port, boolean up, Optional<Long> pid) {

        private String text() {
            return "  %-22s :%-6d %-10s %s"
                    .formatted(
                            part,
                            port,
                            up ? "ready" : "not ready",
                            pid.map(id -> "process " + id).orElse(""));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var directory = data.directory();
        var instance = Instance.on(directory);
        if (instance.isEmpty()) {
            System.out.println("Nothing is running. Start it with ./ressenti up.");
            return NOT_RUNNING;
        }
        var lines = lines(directory, instance.get());
        System.out.println(
                "Ressenti at http://localhost:" + instance.get().ports().frontDoor() + ", data in " + directory.root());
        lines.forEach(line -> System.out.println(line.text()));
        return lines.stream().allMatch(Line::up) ? 0 : NOT_READY;
    }

    private static List<Line> lines(DataDirectory data, Instance instance) throws InterruptedException {
        Ports ports = instance.ports();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "front door",
                ports.frontDoor(),
                Probe.isListening(ports.frontDoor()),
                Optional.of(instance.process().pid())));
        for (Service service : Service.values()) {
            var pid = pid(data, service.module());
            lines.add(new Line(service.module(), ports.of(service), isReady(ports.of(service)), pid));
        }
        lines.add(new Line("Kafka", ports.kafka(), Probe.isListening(ports.kafka()), pid(data, Parts.KAFKA)));
        lines.add(new Line("PostgreSQL", ports.postgreSql(), Probe.isListening(ports.postgreSql()), Optional.empty()));
        return List.copyOf(lines);
    }

    private static boolean isReady(int port) throws InterruptedException {
        return Probe.answers(port, Parts.READY_PATH);
    }

    private static Optional<Long> pid(DataDirectory data, String part) {
        return new PidFile(data.pid(part)).process().map(ProcessHandle::pid);
    }
}
