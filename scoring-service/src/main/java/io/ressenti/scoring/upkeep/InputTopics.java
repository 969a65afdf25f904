package io.ressenti.scoring.upkeep;

import io.ressenti.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics that all scores come from, and the groups in which the service's own consumers count them. */
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
                Admin.create(kafka),
                groupByTopic);
    }
}
