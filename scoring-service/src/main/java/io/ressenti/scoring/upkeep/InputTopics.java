package io.ressenti.scoring.upkeep;

import io.ressenti.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics that all scores come from, and how far the service's own consumers have counted them. */
@ApplicationScoped
class InputTopics {

    private final Map<String, Object> kafka;
    private final Map<String, String> groupByTopic;

    InputTopics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.touchpoints.group.id") String touchpointsGroup,
            @ConfigProperty(name = "mp.messaging.incoming.feedback.group.id") String feedbackGroup,
            @ConfigProperty(name = "mp.messaging.incoming.customers.group.id") String customersGroup) {
        this.kafka = kafka;
        this.groupByTopic = Map.of(
                Topics.TOUCHPOINTS, touchpointsGroup,
                Topics.FEEDBACK, feedbackGroup,
                Topics.CUSTOMERS, customersGroup);
    }

    /** A reader of all partitions of all of them, at their beginning. It belongs to no group: nobody's partitions move. */
    TopicReader open() {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TopicReader(
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                groupByTopic.keySet());
    }

    /**
     * The offsets up to which the service's consumers say that they have counted: what stands before has been, of what stands
     * behind some may have been as well.
     */
    Map<TopicPartition, Long> counted() {
        Map<TopicPartition, Long> counted = new HashMap<>();
        try (var admin = Admin.create(kafka)) {
            for (var entry : groupByTopic.entrySet()) {
                var committed = admin.listConsumerGroupOffsets(entry.getValue())
                        .partitionsToOffsetAndMetadata()
                        .get();
                committed.forEach((partition, offset) -> {
                    if (partition.topic().equals(entry.getKey()) && offset != null) {
                        counted.put(partition, offset.offset());
                    }
                });
            }
            return counted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far the consumers are", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
