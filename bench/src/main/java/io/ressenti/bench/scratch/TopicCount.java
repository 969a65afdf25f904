package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records stand on a topic, by the ends of its partitions: nothing is ever deleted from a bench's topics. */
public final class TopicCount implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    private final Admin admin;

    public TopicCount(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Creates a topic that is like those of the services. */
    public void create(String topic) {
        await(() -> {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, REPLICAS)))
                        .all()
                        .get();
            }
            return null;
        });
    }

    /** How many records there are now. */
    public long of(String topic) {
        return await(() -> {
            var description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            var latest = description.partitions().stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        });
    }

    @Override
    public void close() {
        admin.close();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T await(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new ClientException("Kafka does not say what stands on a topic.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }
}
