package io.ressenti.embedded;

import io.ressenti.contracts.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedTest {

    @TempDir
    Path directory;

    @Test
    void kafkaKeepsItsTopicsOverARestart() throws Exception {
        // Given a broker that was started once and stopped
        var ports = FreePorts.find(2);
        EmbeddedKafka.start(directory, ports.get(0), ports.get(1)).close();

        // When it is started again on the same data
        try (var kafka = EmbeddedKafka.start(directory, ports.get(0), ports.get(1));
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {

            // Then every topic is there with six partitions
            var topics = admin.describeTopics(Topics.ALL).allTopicNames().get();
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(6));
        }
    }

    @Test
    void kafkaKeepsWhatWasNotTakenInForNinetyDays() throws Exception {
        // Given
        var ports = FreePorts.find(2);
        var ninetyDays = "7776000000";

        // When
        try (var kafka = EmbeddedKafka.start(directory, ports.get(0), ports.get(1));
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {

            // Then
            assertThat(retention(admin, Topics.TOUCHPOINTS)).isEqualTo("-1");
            assertThat(retention(admin, Topics.REJECTED)).isEqualTo(ninetyDays);
            for (String topic : Topics.DEAD_LETTERS) {
                assertThat(retention(admin, topic)).as(topic).isEqualTo(ninetyDays);
            }
            assertThat(admin.listTopics().names().get()).doesNotContain(Topics.deadLettersOf(Topics.REJECTED));
        }
    }

    private static String retention(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get(TopicConfig.RETENTION_MS_CONFIG).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4"})
    void kafkaTakesWhatServicesSendHoweverItIsCompressed(String compression) throws Exception {
        // Given
        var ports = FreePorts.find(2);
        try (var kafka = EmbeddedKafka.start(directory, ports.get(0), ports.get(1));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "compression.type", compression),
                        new StringSerializer(),
                        new StringSerializer())) {

            // When
            var confirmed = producer.send(new ProducerRecord<>(Topics.CATALOGUE, "acme|checkout", "{}"));

            // Then
            assertThat(confirmed.get(60, TimeUnit.SECONDS).topic()).isEqualTo(Topics.CATALOGUE);
        }
    }

    @Test
    void postgreSqlStartsAgainAfterItWasKilledWithWhatWasCommitted() throws Exception {
        // Given a server that was killed after a commit, by somebody who did not clean up
        var port = FreePorts.find(1).getFirst();
        var data = directory.resolve("data");
        var url = "jdbc:postgresql://localhost:" + port + "/scoring?user=scoring&password=scoring";
        var killed = EmbeddedPostgreSql.start(data, directory.resolve("work"), port);
        try (var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        killed.close();

        // When it is started again on the same data
        try (var server = EmbeddedPostgreSql.start(data, directory.resolve("work"), port);
                var connection = DriverManager.getConnection(url);
                var row = connection.createStatement().executeQuery("SELECT answer FROM kept")) {

            // Then
            row.next();
            assertThat(row.getInt("answer")).isEqualTo(42);
        }
    }

    @Test
    void aServerThatWasLeftBehindIsEnded() throws Exception {
        // Given a server whose starter is gone
        var port = FreePorts.find(1).getFirst();
        var data = directory.resolve("data");
        var work = directory.resolve("work");
        try (var leftBehind = EmbeddedPostgreSql.start(data, work, port)) {
            var pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
            var postmaster = ProcessHandle.of(pid).orElseThrow();

            // When
            EmbeddedPostgreSql.endLeftover(data, work);

            // Then
            assertThat(postmaster.isAlive()).isFalse();
        }
    }

    @Test
    void aFirstStartThatWasCutShortDoesNotStandInTheWay() throws Exception {
        // Given what an initialisation leaves that was killed half-way
        var port = FreePorts.find(1).getFirst();
        var data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(data.resolve("PG_VERSION"), "18");

        // When
        try (var server = EmbeddedPostgreSql.start(data, directory.resolve("work"), port)) {

            // Then
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @Test
    void postgreSqlKeepsWhatWasCommittedAndIsDurable() throws Exception {
        // Given a server in which something was committed before it was stopped
        var port = FreePorts.find(1).getFirst();
        var url = "jdbc:postgresql://localhost:" + port + "/scoring?user=scoring&password=scoring";
        try (var server = EmbeddedPostgreSql.start(directory.resolve("data"), directory.resolve("work"), port);
                var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        // When it is started again on the same data
        try (var server = EmbeddedPostgreSql.start(directory.resolve("data"), directory.resolve("work"), port);
                var connection = DriverManager.getConnection(url);
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT answer, current_setting('fsync') AS fsync FROM kept")) {

            // Then it is still there, and commits wait for the disk
            row.next();
            assertThat(row.getInt("answer")).isEqualTo(42);
            assertThat(row.getString("fsync")).isEqualTo("on");
        }
    }
}
