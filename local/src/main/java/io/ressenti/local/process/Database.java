package io.ressenti.local.process;

import io.ressenti.embedded.EmbeddedPostgreSql;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** PostgreSQL, started again on the same port and data whenever it dies. */
public final class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final String PART = "PostgreSQL";
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

    private final int port;
    private final Starter starter;
    private final Events events;
    private final Thread keeper;
    private Closeable server;
    private volatile boolean stopping;

    /**
     * Where the server lives.
     *
     * @param data     its data
     * @param programs its binaries, unpacked
     * @param log      its output is appended here
     * @param port     where it listens
     */
    public record Settings(Path data, Path programs, Path log, int port) {}

    /** Starts a server and waits until it answers; closing what it returns ends it, and may be done twice. */
    @FunctionalInterface
    interface Starter {
        Closeable start() throws IOException;
    }

    private Database(int port, Starter starter, Events events) throws IOException {
        this.port = port;
        this.starter = starter;
        this.events = events;
        this.server = starter.start();
        this.keeper = Thread.ofVirtual().name("keeper-postgresql").unstarted(this::keepAlive);
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws IOException where it does not
     */
    public static Database start(Settings settings, Events events) throws IOException {
        return start(settings.port(), () -> startServer(settings), events);
    }

    static Database start(int port, Starter starter, Events events) throws IOException {
        var database = new Database(port, starter, events);
        database.keeper.start();
        events.ready(PART);
        return database;
    }

    /** Ends the server and waits for its end. */
    public void stop() throws InterruptedException, IOException {
        // PostgreSQL's starter may swallow the interrupt.
        stopping = true;
        keeper.interrupt();
        keeper.join();
        server.close();
    }

    private void keepAlive() {
        var backoff = Backoff.interactive();
        var failures = 0;
        try {
            while (!stopping) {
                Thread.sleep(LOOK_INTERVAL);
                if (Probe.isListening(port)) {
                    failures = 0;
                    continue;
                }
                failures++;
                var delay = backoff.delay(failures);
                events.ended(PART, "is gone", delay);
                Thread.sleep(delay);
                restart();
            }
        } catch (InterruptedException toldToStop) {
            LOG.debug("event=postgresql.unwatched");
        }
    }

    private void restart() {
        try {
            server.close();
            server = starter.start();
            events.recovered(PART);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "event=postgresql.restart_failed port=%d", port);
        }
    }

    private static Closeable startServer(Settings settings) throws IOException {
        var output = ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        return EmbeddedPostgreSql.start(settings.data(), settings.programs(), settings.port(), output)::close;
    }
}
