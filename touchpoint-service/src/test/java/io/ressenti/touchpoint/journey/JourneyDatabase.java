package io.ressenti.touchpoint.journey;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ressenti.embedded.EmbeddedPostgreSql;
import io.ressenti.embedded.FreePorts;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.ressenti.touchpoint.rejected.RejectedStores;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of one's own with the service's tables, for tests that need no service: properties and migrations. */
public final class JourneyDatabase implements AutoCloseable {

    private static final String NAME = "touchpoint";

    private final EmbeddedPostgreSql server;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private JourneyDatabase(EmbeddedPostgreSql server) {
        this.server = server;
        var options = new PgConnectOptions()
                .setPort(server.port())
                .setHost("localhost")
                .setDatabase(NAME)
                .setUser(NAME)
                .setPassword(NAME);
        options.setCachePreparedStatements(true).setPreparedStatementCacheSqlLimit(8192);
        pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build());
    }

    /** Without any table. */
    public static JourneyDatabase start() {
        try {
            var directory = Files.createTempDirectory(Path.of("target"), "database-");
            var port = FreePorts.find(1).getFirst();
            return new JourneyDatabase(
                    EmbeddedPostgreSql.start(directory.resolve("data"), directory.resolve("binaries"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JourneyDatabase migratedTo(String version) {
        Flyway.configure()
                .dataSource("jdbc:postgresql://localhost:" + server.port() + "/" + NAME, NAME, NAME)
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
        return this;
    }

    public Pool pool() {
        return pool;
    }

    /** What {@code sql} gives. */
    public List<Row> rows(String sql) {
        return StreamSupport.stream(pool.query(sql).executeAndAwait().spliterator(), false)
                .toList();
    }

    /** The store that the service has, with its defaults. */
    JourneyStore store() {
        return new JourneyStore(
                pool,
                new JourneyMonths(pool),
                new JourneyTable(),
                new ErasedCustomers(),
                RejectedStores.withoutService(),
                new PartnerDiscovery(),
                new RetentionPolicy(config(Duration.ofDays(35))),
                new JourneyMetrics(new SimpleMeterRegistry()));
    }

    /** The service's defaults, but for how long ids are remembered. */
    static JourneyConfig config(Duration rememberIds) {
        return new JourneyConfig() {
            @Override
            public Optional<Duration> retention() {
                return Optional.empty();
            }

            @Override
            public Duration rememberIds() {
                return rememberIds;
            }

            @Override
            public Duration trimEvery() {
                return Duration.ofHours(1);
            }
        };
    }

    @Override
    public void close() throws IOException {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }
}
