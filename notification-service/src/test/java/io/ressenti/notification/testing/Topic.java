package io.ressenti.notification.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic from where it stands now. */
public final class Topic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<ConsumerRecord<String, byte[]>> read = new ArrayDeque<>();

    private Topic(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    public static Topic fromNow(String name) {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new Topic(consumer);
    }

    /** Waits for the next record with that key; others are passed over. */
    public ConsumerRecord<String, byte[]> await(String key) {
        return AlertsApi.await(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            while (!read.isEmpty()) {
                var record = read.poll();
                if (key.equals(record.key())) {
                    return record;
                }
            }
            return null;
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
