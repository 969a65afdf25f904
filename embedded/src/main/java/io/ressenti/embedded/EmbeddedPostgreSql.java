package io.ressenti.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL server beside this process, with one database per service and one role that owns it. Its data outlives it. */
public final class EmbeddedPostgreSql implements AutoCloseable {

    private static final List<String> SERVICES = List.of("touchpoint", "feedback", "scoring", "notification");

    private final EmbeddedPostgres server;

    private EmbeddedPostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server on {@code localhost} and creates the databases that are not there yet.
     *
     * @param data where the data lives; created where it does not exist
     * @param work where the server's binaries are unpacked to
     * @throws IOException where it does not come up
     */
    public static EmbeddedPostgreSql start(Path data, Path work, int port) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(work.toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                // The library turns durability off, for tests; what we promise is that nothing committed is lost.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "256MB")
                .start();
        var postgres = new EmbeddedPostgreSql(server);
        try {
            postgres.createDatabases();
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the databases could not be created", e);
        }
        return postgres;
    }

    /** The services that have a database, which is named like them, as are its owner and the owner's password. */
    public static List<String> services() {
        return SERVICES;
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void createDatabases() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String service : SERVICES) {
                try (var existing =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + service + "'")) {
                    if (existing.next()) {
                        continue;
                    }
                }
                statement.execute("CREATE ROLE " + service + " LOGIN PASSWORD '" + service + "'");
                statement.execute("CREATE DATABASE " + service + " OWNER " + service);
                statement.execute("REVOKE CONNECT ON DATABASE " + service + " FROM PUBLIC");
            }
        }
    }
}
