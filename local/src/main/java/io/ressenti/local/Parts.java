package io.ressenti.local;

import io.ressenti.local.process.ChildSpec;
import io.ressenti.local.process.Database;
import io.ressenti.local.process.PidFile;
import io.ressenti.local.process.Probe;
import io.ressenti.local.setup.Credentials;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Project;
import io.ressenti.local.setup.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How each part is started on this machine.
 *
 * @param project where the built parts lie
 * @param data    where their data goes
 * @param ports   where they listen
 * @param isNative whether services run as native executables
 */
record Parts(Project project, DataDirectory data, Ports ports, boolean isNative) {

    static final String KAFKA = "kafka";
    static final String POSTGRESQL = "postgresql";
    static final String DEMO = "demo";
    static final String READY_PATH = "/q/health/ready";

    private static final String MOST_HEAP = "-Xmx256m";

    /**
     * Enough for a person's machine: the collector for one or two cores, and the optimising compiler kept for what is really hot,
     * ten times later than usual. Six JVMs that start at once would spend a fifth of their time in it.
     */
    private static final List<String> SMALL_JVM = List.of(
            MOST_HEAP,
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** Netty and Kafka use what newer Java versions warn about at every start. */
    private static final List<String> QUIET = Runtime.version().feature() < 24
            ? List.of()
            : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    Database.Settings database() {
        return new Database.Settings(
                data.postgreSql(), data.postgreSqlPrograms(), data.log(POSTGRESQL), ports.postgreSql());
    }

    ChildSpec kafka() {
        var marker = data.run().resolve("kafka.ready");
        var command = java(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")),
                Main.class.getName(),
                KafkaCommand.NAME,
                data.kafka().toString(),
                String.valueOf(ports.kafka()),
                String.valueOf(ports.kafkaController()),
                marker.toString());
        return spec(KAFKA, command, Map.of(), Probe.marker(marker));
    }

    ChildSpec service(Service service) {
        var command = isNative
                ? List.of(project.executable(service).toString(), MOST_HEAP)
                : java(SMALL_JVM, "-jar", project.runnable(service).toString());
        var environment = service.environment(ports, data.credentials());
        return spec(service.module(), command, environment, Probe.http(ports.of(service), READY_PATH));
    }

    ChildSpec demo(Credentials credentials) {
        var command = java(
                SMALL_JVM,
                "-jar",
                project.client().toString(),
                "demo",
                "--url",
                "http://localhost:" + ports.frontDoor());
        // Not as an argument: every user of the machine sees those.
        return spec(DEMO, command, Map.of("RESSENTI_KEY", credentials.apiKey()), Probe.running());
    }

    private ChildSpec spec(String part, List<String> command, Map<String, String> environment, Probe probe) {
        return new ChildSpec(part, command, environment, data.log(part), new PidFile(data.pid(part)), probe);
    }

    private List<String> java(List<String> options, String... what) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + project.parentWatch());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of(what));
        return command;
    }
}
