package io.ressenti.local.process;

import io.ressenti.local.setup.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A process that is started again whenever it ends, until it is told to stop. */
public final class Child {

    private static final Logger LOG = Logger.getLogger(Child.class);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(200);
    private static final int ATTEMPTS_UNTIL_READY_ONCE = 3;
    private static final int LOG_LINES = 15;

    private final ChildSpec spec;
    private final Events events;
    private final Duration grace;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread keeper;

    private Child(ChildSpec spec, Events events, Duration grace) {
        this.spec = spec;
        this.events = events;
        this.grace = grace;
        this.keeper = Thread.ofVirtual().name("keeper-" + spec.part()).unstarted(this::keepAlive);
    }

    /**
     * Starts the process and returns at once.
     *
     * @param grace how long it may take to end when told to; it is killed afterwards
     */
    public static Child start(ChildSpec spec, Events events, Duration grace) {
        var child = new Child(spec, events, grace);
        child.keeper.start();
        return child;
    }

    /** The name of what it keeps alive. */
    public String part() {
        return spec.part();
    }

    /** Done when the process is ready for the first time; fails with a {@link Refusal} where it keeps ending before that. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Ends the processes, all at the same time, and waits for their end. */
    public static void stop(Collection<Child> children) throws InterruptedException {
        children.forEach(child -> child.keeper.interrupt());
        for (Child child : children) {
            child.keeper.join();
        }
    }

    private void keepAlive() {
        var backoff = Backoff.interactive();
        var failures = 0;
        try {
            while (true) {
                var started = System.nanoTime();
                var how = runOnce();
                failures = backoff.failures(failures, Duration.ofNanos(System.nanoTime() - started));
                if (!ready.isDone() && failures == ATTEMPTS_UNTIL_READY_ONCE) {
                    ready.completeExceptionally(new Refusal(neverStarts(how)));
                    return;
                }
                var delay = backoff.delay(failures);
                events.ended(spec.part(), how, delay);
                Thread.sleep(delay);
            }
        } catch (InterruptedException toldToStop) {
            ready.cancel(false);
        } finally {
            spec.pidFile().delete();
        }
    }

    /** Runs the process until it ends, and tells how it did. Whatever goes wrong is no reason to stop trying. */
    private String runOnce() throws InterruptedException {
        try {
            return runToTheEnd(spec.start());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "event=part.failed part=%s", spec.part());
            return "could not be started or watched (" + e.getMessage() + ")";
        }
    }

    private String runToTheEnd(Process process) throws InterruptedException {
        try {
            while (process.isAlive() && !spec.probe().isReady(process)) {
                Thread.sleep(PROBE_INTERVAL);
            }
            if (process.isAlive()) {
                tellReady();
            }
            return "ended with exit code " + process.waitFor();
        } finally {
            end(process);
        }
    }

    private void tellReady() {
        if (ready.complete(null)) {
            events.ready(spec.part());
        } else {
            events.recovered(spec.part());
        }
    }

    private void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String neverStarts(String how) {
        return "%s does not start: it %s. Its log, %s, ends with:%n%s"
                .formatted(spec.part(), how, spec.log(), String.join(System.lineSeparator(), endOfLog()));
    }

    private List<String> endOfLog() {
        try {
            var lines = new String(Files.readAllBytes(spec.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(it cannot be read: " + e.getMessage() + ")");
        }
    }
}
