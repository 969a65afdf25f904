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

    /**
     * Text in the order of its code points, by PostgreSQL itself: comparing keys takes a fifth less time than with the system's
     * library, whose next version may not bring them into another order either.
     */
    private static final String BY_CODE_POINT =
            " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'";

    private final EmbeddedPostgres server;
    private final PostgreSqlFiles files;

    private EmbeddedPostgreSql(EmbeddedPostgres server, PostgreSqlFiles files) {
        this.server = server;
        this.files = files;
    }

    /** The same as {@link #start(Path, Path, int, ProcessBuilder.Redirect)}, with the server's output in the log. */
    public static EmbeddedPostgreSql start(Path data, Path work, int port) throws IOException {
        return start(data, work, port, ProcessBuilder.Redirect.PIPE);
    }

    /**
     * Starts a server on {@code localhost} and creates the databases that are not there yet. A server that was left behind on the
     * same data is ended first.
     *
     * @param data   where the data lives; created where it does not exist
     * @param work   where the server's binaries are unpacked to
     * @param output where the server's own output goes
     * @throws IOException where it does not come up
     */
    public static EmbeddedPostgreSql start(Path data, Path work, int port, ProcessBuilder.Redirect output)
            throws IOException {
        var files = new PostgreSqlFiles(data.toAbsolutePath(), work.toAbsolutePath());
        files.recover();
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(work.toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                .setOutputRedirector(output)
                // The library turns durability off, for tests; what we promise is that nothing committed is lost.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "150")
                // TCP only: a socket's lock file in a shared folder could outlive a killed server and keep the next one
                // out.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "256MB")
                // Under load the default of 1 GB means a checkpoint every few seconds, and each page in full after it.
                .setServerConfig("max_wal_size", "4GB")
                .start();
        var postgres = new EmbeddedPostgreSql(server, files);
        try {
            postgres.createDatabases();
            files.markComplete();
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the databases could not be created", e);
        }
        return postgres;
    }

    /**
     * Ends a server that was left behind on this data by a process that was killed.
     *
     * @param data see {@link #start(Path, Path, int)}
     * @param work see {@link #start(Path, Path, int)}
     * @throws IOException where it does not end
     */
    public static void endLeftover(Path data, Path work) throws IOException {
        new PostgreSqlFiles(data.toAbsolutePath(), work.toAbsolutePath()).endServer();
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
        // The library gives the server five seconds and does not say whether they were enough.
        files.endServer();
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
                statement.execute("CREATE DATABASE " + service + " OWNER " + service + BY_CODE_POINT);
                statement.execute("REVOKE CONNECT ON DATABASE " + service + " FROM PUBLIC");
            }
        }
    }
}
