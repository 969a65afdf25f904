package io.ressenti.embedded;

import io.ressenti.contracts.Topics;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A single KRaft broker in this process, with every topic of {@link Topics}. Its data outlives it. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    private static final Map<String, String> FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> LAST_OF_EACH_KEY =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /** What was not taken in holds personal data that nobody needs once it was dealt with. */
    private static final Map<String, String> FOR_A_WHILE = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(90).toMillis()));

    /** Data belongs to a cluster: with another id the broker would refuse to start on it. */
    private static final String CLUSTER_ID = "cmVzc2VudGktbG9jYWwtMQ";

    private final EmbeddedKafkaBroker broker;
    private final int port;

    private EmbeddedKafka(EmbeddedKafkaBroker broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /**
     * Starts a broker on {@code localhost} and creates the topics that are not there yet.
     *
     * @param data where the log lives; created where it does not exist
     * @throws IllegalStateException where it does not come up, because a port is taken for instance. Threads of the broker may
     *     still run then: the process should end
     */
    public static EmbeddedKafka start(Path data, int port, int controllerPort) {
        var broker = new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withKafkaHost("localhost")
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withClusterId(CLUSTER_ID)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> configure(properties, data));
        try {
            broker.start();
            var kafka = new EmbeddedKafka(broker, port);
            kafka.createTopics();
            return kafka;
        } catch (RuntimeException e) {
            throw new IllegalStateException("Kafka did not start on port " + port, e);
        }
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static void configure(Properties properties, Path data) {
        properties.put("log.dirs", data.toAbsolutePath().toString());
        properties.put("controlled.shutdown.enable", "true");
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "250");
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A consumer that was killed is missed after this long: the least that a client may ask for.
        properties.put("group.min.session.timeout.ms", "1000");
        properties.put("offsets.topic.num.partitions", "6");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        properties.put("log.segment.bytes", String.valueOf(128 * 1024 * 1024));
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(topics().stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static List<NewTopic> topics() {
        var topics = Topics.ALL.stream().map(name -> topic(name, PARTITIONS, configOf(name)));
        var deadLetters = Topics.DEAD_LETTERS.stream().map(name -> topic(name, 1, FOR_A_WHILE));
        return Stream.concat(topics, deadLetters).toList();
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, partitions, REPLICAS).configs(config);
    }

    private static Map<String, String> configOf(String topic) {
        return switch (topic) {
            case Topics.CATALOGUE, Topics.SCORES -> LAST_OF_EACH_KEY;
            case Topics.REJECTED -> FOR_A_WHILE;
            default -> FOR_EVER;
        };
    }
}
