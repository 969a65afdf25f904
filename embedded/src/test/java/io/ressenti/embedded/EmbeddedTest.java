package io.ressenti.embedded;

import io.ressenti.contracts.Topics;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
