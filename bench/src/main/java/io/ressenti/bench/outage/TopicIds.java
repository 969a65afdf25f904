package io.ressenti.bench.outage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The ids of the events that stand on a topic, read from its beginning to its present end. */
final class TopicIds {

    private static final Duration POLL = Duration.ofMillis(500);

    private TopicIds() {}

    static Set<String> on(String bootstrapServers, String topic) {
        Set<String> ids = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL)
                        .forEach(record -> ids.add(
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
            }
        }
        return ids;
    }
}
