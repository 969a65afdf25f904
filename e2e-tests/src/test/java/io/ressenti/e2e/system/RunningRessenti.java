package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged system, started by its own launcher on ports of its own. */
public final class RunningRessenti implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLEARANCE = Duration.ofSeconds(20);

    /** As in k8s/base/service. */
    private static final Map<String, String> FAREWELL = Map.of("QUARKUS_SHUTDOWN_DELAY", "5s");

    private final Ports ports;
    private final Path data;
    private final Process launcher;

    private RunningRessenti(Ports ports, Path data, Process launcher) {
        this.ports = ports;
        this.data = data;
        this.launcher = launcher;
    }

    /** Starts one on empty data in {@code target/<name>}, and waits until it is ready. */
    public static RunningRessenti start(String name) {
        return start(name, Map.of());
    }

    /** The same, all of whose parts have the variables of {@code environment}. */
    public static RunningRessenti start(String name, Map<String, String> environment) {
        return start(Ports.free(), Path.of("target", name).toAbsolutePath(), List.of("--fresh"), environment);
    }

    /** Starts another launcher on the same data and ports, once this one is gone. */
    public RunningRessenti startAgain() {
        return start(ports, data, List.of(), Map.of());
    }

    private static RunningRessenti start(
            Ports ports, Path data, List<String> options, Map<String, String> environment) {
        var output = data.resolveSibling(data.getFileName() + "-launcher.log");
        var ressenti = new RunningRessenti(ports, data, LauncherCommand.up(data, ports, options, environment, output));
        ressenti.awaitReady(output);
        return ressenti;
    }

    /** What becomes of another {@code up} on the same data. */
    public Cli.Result upOnSameData() {
        return LauncherCommand.upToTheEnd(data, Ports.free());
    }

    /** What becomes of another {@code up} on other data whose front door is to be where this one's is. */
    public Cli.Result upOnSameFrontDoor() {
        return LauncherCommand.upToTheEnd(
                data.resolveSibling(data.getFileName() + "-other"), Ports.free().withFrontDoor(ports.frontDoor()));
    }

    /** Ends it with the launcher's own command. */
    public Cli.Result down() {
        return LauncherCommand.down(data);
    }

    /** The front door. */
    public URI url() {
        return URI.create("http://localhost:" + ports.frontDoor());
    }

    /** A service's own address, past the front door. */
    public URI urlOf(Part service) {
        return URI.create("http://localhost:" + (ports.services() + service.ordinal()));
    }

    /** Kafka's address. */
    String kafka() {
        return "localhost:" + ports.kafka();
    }

    /** A brand of its own for one test, so that tests do not see each other's data. */
    public Brand brand(String name) {
        return Brand.create(name, this);
    }

    /** The lead's login of the demo brand: name and password. */
    public List<String> leadLogin() {
        return List.of("lead", read("credentials/lead-password"));
    }

    /** The brand that the lead works for. */
    public Brand demoBrand() {
        return Brand.withKey("demo", read("credentials/api-key"), this);
    }

    /** The process that runs as {@code part} at the moment. */
    public ProcessHandle process(Part part) {
        var pid = Long.parseLong(read("run/" + part.partName() + ".pid").split(" ")[0]);
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    /** Starts one more instance of {@code service}, which says farewell as in a cluster; waits until it is ready. */
    public Twin startTwin(Part service) {
        return Twin.start(process(service), data.resolve("logs/" + service.partName() + "-twin.log"), FAREWELL);
    }

    /** What {@code part} has logged so far, line by line. */
    public List<String> log(Part part) {
        return read("logs/" + part.partName() + ".log").lines().toList();
    }

    /** The process that starts the others, and is the front door. */
    public ProcessHandle launcher() {
        return launcher.toHandle();
    }

    /** Kills PostgreSQL's server process and all its children, as a crash of its machine would. */
    public void killPostgreSql() {
        var processes = postgreSql();
        processes.forEach(ProcessHandle::destroyForcibly);
        await("PostgreSQL is gone").atMost(Duration.ofSeconds(60)).until(() -> processes.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    /** Kills the launcher alone: it can end nobody. */
    public void killLauncher() {
        launcher.destroyForcibly();
        await("the launcher is gone").atMost(Duration.ofSeconds(60)).until(() -> !launcher.isAlive());
    }

    /** The launcher, all that it started, and PostgreSQL. */
    public List<ProcessHandle> processes() {
        return Stream.of(Stream.of(launcher()), launcher.descendants(), postgreSql().stream())
                .flatMap(processes -> processes)
                .distinct()
                .toList();
    }

    /** PostgreSQL's server process and its children: no descendants of the launcher, as their own starter has detached them. */
    private List<ProcessHandle> postgreSql() {
        var pid = Long.parseLong(
                read("postgresql/postmaster.pid").lines().findFirst().orElseThrow());
        var server = ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("PostgreSQL does not run"));
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    /** Kills the process that runs as {@code part}, as a crash would; the launcher starts it again. */
    public void kill(Part part) {
        var victim = process(part);
        assertThat(victim.destroyForcibly()).isTrue();
        await(part + " is gone").atMost(Duration.ofSeconds(60)).until(() -> !victim.isAlive());
    }

    /** Waits until every service says that it is ready. */
    public void awaitReady() {
        var anybody = new Caller(url(), null);
        await("everything is ready")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> anybody.get("/q/health").status() == 200);
    }

    Path data() {
        return data;
    }

    /** Ends it as Ctrl-C would where it still runs, and makes sure that nothing is left, PostgreSQL included. */
    @Override
    public void close() {
        if (!launcher.isAlive()) {
            return;
        }
        var processes = processes();
        launcher.destroy();
        try {
            assertThat(launcher.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the launcher ends when told to")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        awaitNoneOf(processes);
    }

    /** Waits a moment for the end of them all: the system itself takes one to clear away a process that has ended. */
    public static void awaitNoneOf(List<ProcessHandle> processes) {
        try {
            await("processes left behind").atMost(CLEARANCE).untilAsserted(() -> assertThat(processes)
                    .filteredOn(ProcessHandle::isAlive)
                    .isEmpty());
        } finally {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void awaitReady(Path output) {
        await("Ressenti is up")
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> !launcher.isAlive() || isUp());
        if (!launcher.isAlive()) {
            throw new AssertionError("Ressenti does not start:\n" + read(output.toString()));
        }
    }

    private boolean isUp() {
        try {
            return new Caller(url(), null).get("/q/health").status() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
