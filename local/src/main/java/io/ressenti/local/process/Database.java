package io.ressenti.local.process;

import io.ressenti.embedded.EmbeddedPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** PostgreSQL, started again on the same port and data whenever it dies. */
public final class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final String PART = "PostgreSQL";
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

    private final Settings settings;
    private final Events events;
    private final Thread keeper;
    private EmbeddedPostgreSql server;

    /**
     * Where the server lives.
     *
     * @param data     its data
     * @param programs its binaries, unpacked
     * @param log      its output is appended here
     * @param port     where it listens
     */
    public record Settings(Path data, Path programs, Path log, int port) {}

    private Database(Settings settings, Events events, EmbeddedPostgreSql server) {
        this.settings = settings;
        this.events = events;
        this.server = server;
        this.keeper = Thread.ofVirtual().name("keeper-postgresql").unstarted(this::keepAlive);
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws IOException where it does not
     */
    public static Database start(Settings settings, Events events) throws IOException {
        var database = new Database(settings, events, startServer(settings));
        database.keeper.start();
        events.ready(PART);
        return database;
    }

    /** Ends the server and waits for its end. */
    public void stop() throws InterruptedException, IOException {
        keeper.interrupt();
        keeper.join();
        server.close();
    }

    private void keepAlive() {
        var backoff = Backoff.interactive();
        var failures = 0;
        try {
            while (true) {
                Thread.sleep(LOOK_INTERVAL);
                if (Probe.isListening(settings.port())) {
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
            server = startServer(settings);
            events.recovered(PART);
        } catch (IOException e) {
            LOG.errorf(e, "event=postgresql.restart_failed port=%d", settings.port());
        }
    }

    private static EmbeddedPostgreSql startServer(Settings settings) throws IOException {
        var output = ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        return EmbeddedPostgreSql.start(settings.data(), settings.programs(), settings.port(), output);
    }
}
