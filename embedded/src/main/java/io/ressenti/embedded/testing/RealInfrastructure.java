package io.ressenti.embedded.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ressenti.embedded.EmbeddedKafka;
import io.ressenti.embedded.EmbeddedPostgreSql;
import io.ressenti.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One Kafka and one PostgreSQL for all test classes of a module. Use it as {@code @QuarkusTestResource(value =
 * RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))} on one class: it is shared.
 */
public class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    private String service;
    private Path directory;
    private EmbeddedKafka kafka;
    private EmbeddedPostgreSql postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory(Path.of("target"), "infrastructure-");
            var ports = FreePorts.find(3);
            kafka = EmbeddedKafka.start(directory.resolve("kafka"), ports.get(0), ports.get(1));
            postgres = postgreSqlOn(ports.get(2));
            return configuration(TestCredentials.writeTo(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends PostgreSQL, with every session, and starts it again on the same data and port. */
    public void restartPostgreSql() {
        try {
            postgres.close();
            postgres = postgreSqlOn(postgres.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgreSql postgreSqlOn(int port) throws IOException {
        return EmbeddedPostgreSql.start(
                directory.resolve("postgresql"), directory.resolve("postgresql-binaries"), port);
    }

    @Override
    public void stop() {
        try {
            if (kafka != null) {
                kafka.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                kafka.bootstrapServers(),
                new TestInjector.AnnotatedAndMatchesType(KafkaBootstrapServers.class, String.class));
    }

    private Map<String, String> configuration(Map<String, String> credentials) {
        var database = "//localhost:" + postgres.port() + "/" + service;
        Map<String, String> configuration = new HashMap<>(credentials);
        configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        configuration.put("quarkus.datasource.username", service);
        configuration.put("quarkus.datasource.password", service);
        configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql:" + database);
        configuration.put("quarkus.datasource.reactive.url", "postgresql:" + database);
        return configuration;
    }
}
