package io.ressenti.local;

import io.ressenti.embedded.EmbeddedPostgreSql;
import io.ressenti.local.frontdoor.FrontDoor;
import io.ressenti.local.process.Child;
import io.ressenti.local.process.Database;
import io.ressenti.local.process.Leftovers;
import io.ressenti.local.setup.Credentials;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Lock;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Preflight;
import io.ressenti.local.setup.Project;
import io.ressenti.local.setup.Refusal;
import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Brings everything up in order, keeps it up, and takes it down in the opposite order. */
final class Launcher {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(5);

    /** As long as a service gives the requests that it has begun ({@code quarkus.shutdown.timeout}). */
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final Project project;
    private final DataDirectory data;
    private final Options options;
    private final Terminal terminal;
    private final Parts parts;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * What a person may choose.
     *
     * @param host  where the front door listens
     * @param ports where each part listens
     * @param demo  whether demo journeys are played
     * @param fresh whether what was kept is deleted first
     * @param isNative whether services run as native executables
     */
    record Options(String host, Ports ports, boolean demo, boolean fresh, boolean isNative) {}

    Launcher(Project project, DataDirectory data, Options options, Terminal terminal) {
        this.project = project;
        this.data = data;
        this.options = options;
        this.terminal = terminal;
        this.parts = new Parts(project, data, options.ports(), options.isNative());
    }

    /**
     * Runs until the process is told to end (Ctrl-C, SIGTERM).
     *
     * @throws Refusal where something stands in the way; nothing is left running then
     */
    void run() throws IOException {
        endInOrderWhenToldTo();
        try (var lock = lock();
                var running = new Running()) {
            clean();
            start(running);
            new CountDownLatch(1).await();
        } catch (InterruptedException toldToEnd) {
            terminal.say("Stopped. The data is kept in " + data.root() + ".");
        } finally {
            ended.countDown();
        }
    }

    /** The system's signal becomes an interrupt of the thread that starts and ends everything: only that one knows how far it is. */
    private void endInOrderWhenToldTo() {
        var owner = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            owner.interrupt();
                            awaitEnd();
                        },
                        "end-in-order"));
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Lock lock() throws IOException {
        Preflight.requireBuilt(project, options.isNative());
        data.create();
        return Lock.acquire(data);
    }

    private void clean() throws IOException, InterruptedException {
        if (Leftovers.end(data.pids(), LEFTOVER_GRACE) > 0) {
            terminal.say("Ended what a launcher that was killed had left behind.");
        }
        EmbeddedPostgreSql.endLeftover(data.postgreSql(), data.postgreSqlPrograms());
        if (options.fresh()) {
            data.forgetEverything();
        }
        data.prepare();
        Logs.toFile(data.log("launcher"));
        Preflight.requireFree(options.ports());
        Preflight.requireSpace(data.root(), Preflight.LEAST_FREE_BYTES);
    }

    private void start(Running running) throws InterruptedException {
        Instance.announce(data, options.ports());
        running.add(() -> Instance.withdraw(data));
        terminal.say("Ressenti is starting, with its data in " + data.root() + ".");
        var credentials = Credentials.ensure(data.credentials());

        startInfrastructure(running);
        startServices(running);
        var door = FrontDoor.open(options.host(), options.ports());
        running.add(door::close);
        var demo = options.demo() && Files.exists(project.client());
        if (demo) {
            var player = Child.start(parts.demo(credentials), terminal, STOP_GRACE);
            running.add(() -> Child.stop(List.of(player)));
        }
        running.add(() -> terminal.say("\nStopping…"));
        terminal.welcome(options.ports(), credentials, data, demo);
    }

    private void startInfrastructure(Running running) throws InterruptedException {
        running.add(() -> EmbeddedPostgreSql.endLeftover(data.postgreSql(), data.postgreSqlPrograms()));
        var database = inBackground(() -> Database.start(parts.database(), terminal));
        running.add(() -> stopOnceStarted(database));
        var kafka = Child.start(parts.kafka(), terminal, STOP_GRACE);
        running.add(() -> Child.stop(List.of(kafka)));
        await(Parts.KAFKA, kafka.ready());
        await(Parts.POSTGRESQL, database);
    }

    private void startServices(Running running) throws InterruptedException {
        var services = Stream.of(Service.values())
                .map(service -> Child.start(parts.service(service), terminal, STOP_GRACE))
                .toList();
        running.add(() -> Child.stop(services));
        for (Child service : services) {
            await(service.part(), service.ready());
        }
    }

    private static void stopOnceStarted(Future<Database> database) throws Exception {
        database.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS).stop();
    }

    private static CompletableFuture<Database> inBackground(Start start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return start.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @FunctionalInterface
    private interface Start {
        Database run() throws IOException;
    }

    private void await(String part, Future<?> ready) throws InterruptedException {
        try {
            ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : notStarted(part, e.getCause());
        } catch (TimeoutException e) {
            throw new Refusal("%s is not ready after %d minutes. Its log, %s, says more."
                    .formatted(part, START_PATIENCE.toMinutes(), data.log(part)));
        }
    }

    private Refusal notStarted(String part, Throwable cause) {
        return new Refusal(
                "%s does not start (%s). Its log, %s, says more.".formatted(part, cause.getMessage(), data.log(part)),
                cause);
    }
}
