package io.ressenti.bench.scoring;

import io.ressenti.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What scoring is compared with: a loop that reads the same topics and puts each thousand records into one table with one
 * {@code unnest} statement, in a transaction of its own; then commits their offsets. It reads no JSON and reckons nothing.
 */
@Command(name = BareUpsert.NAME, hidden = true)
public final class BareUpsert implements Callable<Integer> {

    static final String NAME = "bare-upsert";
    static final String GROUP = "bench-bare-upsert";

    private static final Duration POLL = Duration.ofMillis(200);

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS bench_record (topic text, source text, id text, customer text, event text, "
                    + "PRIMARY KEY (topic, source, id))";

    private static final String UPSERT = """
            INSERT INTO bench_record SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            ON CONFLICT (topic, source, id) DO UPDATE SET customer = EXCLUDED.customer, event = EXCLUDED.event
            """;

    @Parameters(index = "0")
    private String bootstrapServers;

    /** JDBC, with user and password. */
    @Parameters(index = "1")
    private String database;

    @Override
    public Integer call() throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var consumer = consumer()) {
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(Topics.TOUCHPOINTS, Topics.FEEDBACK));
            copy(consumer, connection);
        }
        return 0;
    }

    /** Until the process is ended. */
    private static void copy(KafkaConsumer<String, byte[]> consumer, Connection connection) throws SQLException {
        try (var upsert = connection.prepareStatement(UPSERT)) {
            while (!Thread.interrupted()) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    upsert(upsert, records);
                    connection.commit();
                    consumer.commitAsync();
                }
            }
        }
    }

    private static void upsert(PreparedStatement upsert, ConsumerRecords<String, byte[]> records) throws SQLException {
        var columns = new String[5][records.count()];
        var row = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            columns[0][row] = record.topic();
            columns[1][row] = header(record, "ce_source");
            columns[2][row] = header(record, "ce_id");
            columns[3][row] = record.key();
            columns[4][row] = new String(record.value(), StandardCharsets.UTF_8);
            row++;
        }
        for (int column = 0; column < columns.length; column++) {
            upsert.setArray(column + 1, upsert.getConnection().createArrayOf("text", columns[column]));
        }
        upsert.executeUpdate();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG, GROUP,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
