package io.ressenti.scoring.cluster;

import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.FreePorts;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * As in a cluster (k8s/components/migrations): the packaged service first runs as the tables' owner, migrates and ends, and then serves
 * with a role that may use the tables and nothing else.
 */
class SeparateRolesIT {

    private static final String OWNER = "scoring_owner";
    private static final String APPLICATION = "scoring_application";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final RealInfrastructure INFRASTRUCTURE = new RealInfrastructure();
    private static Map<String, String> configuration;
    private static TestKafka kafka;
    private static int exitBeforeMigration;
    private static int exitOfMigration;
    private static Instance service;

    private final String brand = Tokens.newBrand();

    @BeforeAll
    static void migrateAndStart() throws SQLException {
        INFRASTRUCTURE.init(Map.of("service", "scoring"));
        configuration = INFRASTRUCTURE.start();
        // The tests' own tokens are signed with the key that the service knows.
        configuration.forEach(System::setProperty);
        kafka = new TestKafka(configuration.get("kafka.bootstrap.servers"));
        createRoles();
        var ports = FreePorts.find(3);
        exitBeforeMigration = new Instance(ofTheService(), ports.get(0)).run();
        exitOfMigration = new Instance(ofTheMigration(), ports.get(1)).run();
        service = new Instance(ofTheService(), ports.get(2));
        service.start();
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.discard();
        }
        if (kafka != null) {
            kafka.close();
        }
        INFRASTRUCTURE.stop();
    }

    @Test
    void theServiceEndsWhereItsTablesAreOlderThanItself() {
        assertThat(exitBeforeMigration).isNotZero();
    }

    @Test
    void theMigrationEndsOnceItIsDone() {
        assertThat(exitOfMigration).isZero();
    }

    @Test
    void theServiceDoesAllItsWork() throws Exception {
        // When
        publishAnswers("r");
        kafka.publish(
                Topics.CUSTOMERS, new CustomersMerged("m-1", "crm", brand, "c-0", "c-1", NOON, NOON.plusSeconds(1)));

        // Then
        assertCounted(5);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queryAs(OWNER, "SELECT count(*) FROM signal_change"))
                .isZero());
        assertThat(Files.readString(service.log())).doesNotContain("rollup.unvacuumed", "permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE signal ADD COLUMN more text",
                "DROP TABLE signal",
                "TRUNCATE signal",
                "CREATE TABLE more (id int)",
                "CREATE TEMPORARY TABLE more (id int)",
                "CREATE SCHEMA more",
                "DELETE FROM flyway_schema_history"
            })
    void theServicesRoleMayNeitherMakeNorChangeTables(String statement) {
        // When
        var refused = catchThrowableOfType(SQLException.class, () -> executeAs(APPLICATION, statement));

        // Then
        assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void theServiceMayUseWhatARebuildHasMade() {
        // Given
        publishAnswers("r");
        assertCounted(5);

        // When
        var rebuild = new PublishedScores(service.url(), brand).rebuild();

        // Then
        assertThat(rebuild.getString("state")).isEqualTo("DONE");
        publishAnswers("s");
        assertCounted(10);
    }

    /** In place of the one role that the tests' PostgreSQL has for the database: its owner's, and the service's. */
    private static void createRoles() throws SQLException {
        for (var statement : List.of(
                "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'",
                "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + APPLICATION + "'",
                "ALTER DATABASE scoring OWNER TO " + OWNER,
                "GRANT CONNECT ON DATABASE scoring TO " + APPLICATION)) {
            executeAs("postgres", statement);
        }
    }

    /** It knows the database and nothing else: neither Kafka nor keys. */
    private static Map<String, String> ofTheMigration() {
        return Map.of(
                "quarkus.init-and-exit",
                "true",
                "quarkus.datasource.jdbc.url",
                configuration.get("quarkus.datasource.jdbc.url"),
                "quarkus.datasource.reactive.url",
                configuration.get("quarkus.datasource.reactive.url"),
                "quarkus.datasource.username",
                OWNER,
                "quarkus.datasource.password",
                OWNER,
                "RESSENTI_DB_APPLICATION",
                APPLICATION);
    }

    private static Map<String, String> ofTheService() {
        Map<String, String> own = new HashMap<>(configuration);
        own.putAll(Map.of(
                "quarkus.flyway.migrate-at-start", "false",
                "quarkus.flyway.validate-at-start", "true",
                "quarkus.datasource.username", APPLICATION,
                "quarkus.datasource.password", APPLICATION,
                "RESSENTI_DB_OWNER", OWNER,
                "RESSENTI_DB_OWNER_PASSWORD", OWNER,
                "ressenti.scoring.roll-up-every", "1s"));
        return own;
    }

    private void publishAnswers(String id) {
        IntStream.range(0, 5)
                .forEach(i ->
                        kafka.publish(Topics.FEEDBACK, feedback(brand, id + "-" + i, "c-" + i, NOON, csat(1 + i % 5))));
    }

    private void assertCounted(int answers) {
        await().atMost(PATIENCE)
                .until(() -> kafka.isConsumedBy("scoring-feedback", Topics.FEEDBACK)
                        && kafka.isConsumedBy("scoring-customers", Topics.CUSTOMERS));
        var published = new PublishedScores(service.url(), brand);
        published.assertRows(
                new Query("csat", "scale=5", "CSAT:5", List.of(), null), Map.of("", new PlainScores.Row(answers, 40)));
        assertThat(published.verification().getBoolean("consistent")).isTrue();
    }

    private static void executeAs(String role, String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(configuration.get("quarkus.datasource.jdbc.url"), role, role);
                var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private static long queryAs(String role, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(configuration.get("quarkus.datasource.jdbc.url"), role, role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
