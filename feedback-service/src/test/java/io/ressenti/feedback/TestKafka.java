package io.ressenti.feedback;

import io.ressenti.contracts.Event;
import io.ressenti.platform.event.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on the tests' Kafka, and looks what stands there. */
public final class TestKafka {

    private TestKafka() {}

    public static void send(String bootstrapServers, String topic, Event event) {
        send(bootstrapServers, EventCodec.toRecord(topic, event));
    }

    public static void send(String bootstrapServers, ProducerRecord<String, byte[]> record) {
        Map<String, Object> configuration = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused a test's record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that stands on {@code topic} now under {@code key}. */
    public static List<ConsumerRecord<String, byte[]>> records(String bootstrapServers, String topic, String key) {
        Map<String, Object> configuration = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }
}
