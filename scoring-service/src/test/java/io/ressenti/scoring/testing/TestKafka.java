package io.ressenti.scoring.testing;

import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.DropEvent;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services' end of Kafka. */
public final class TestKafka implements AutoCloseable {

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;

    public TestKafka(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes events and waits until Kafka has them. */
    public void publish(String topic, Event... events) {
        var sent = Arrays.stream(events)
                .map(event -> producer.send(EventCodec.toRecord(topic, event)))
                .toList();
        sent.forEach(TestKafka::await);
    }

    /** Publishes a record as it is and waits until Kafka has it. */
    public void publish(ProducerRecord<String, byte[]> record) {
        await(producer.send(record));
    }

    /** Publishes an event and does not wait. */
    public void send(String topic, Event event) {
        producer.send(EventCodec.toRecord(topic, event));
    }

    /** Whether {@code group} has committed all that {@code topic} holds now. */
    public boolean isConsumedBy(String group, String topic) {
        producer.flush();
        Map<String, Object> config =
                Map.of("bootstrap.servers", servers, "group.id", group, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            var committed = consumer.committed(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || committed.get(end.getKey()) != null
                                    && committed.get(end.getKey()).offset() >= end.getValue());
        }
    }

    /** The partitions of {@code topic} that each member of {@code group} has, by the member's client id. */
    public Map<String, Integer> membersOf(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .collect(Collectors.toMap(
                            member -> member.consumerId(),
                            member -> member.assignment().topicPartitions().size()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not describe " + group, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes something that is not an event, next to a subject's events. */
    public void publishRaw(String topic, Event beside, String value) {
        var record = EventCodec.toRecord(topic, beside);
        await(producer.send(new ProducerRecord<>(
                topic, null, null, record.key(), value.getBytes(StandardCharsets.UTF_8), record.headers())));
    }

    /** All facts about a brand's dissatisfaction that Kafka holds now, in order per customer. */
    public List<DissatisfactionEvent> dissatisfaction(String brand) {
        return records(Topics.DISSATISFACTION).stream()
                .map(EventCodec::read)
                .filter(DissatisfactionEvent.class::isInstance)
                .map(DissatisfactionEvent.class::cast)
                .filter(event -> event.brand().equals(brand))
                .toList();
    }

    /** What was told of a brand's customers' scores, in order per customer. */
    public List<CustomerScoreChanged> scores(String brand) {
        return records(Topics.SCORES).stream()
                .filter(record -> record.value() != null && record.key().startsWith(brand + "|"))
                .map(EventCodec::read)
                .map(CustomerScoreChanged.class::cast)
                .toList();
    }

    /** How many records of a brand a topic holds now. */
    public int count(String topic, String brand) {
        return (int) records(topic).stream()
                .filter(record -> record.key().startsWith(brand + "|"))
                .count();
    }

    /** All facts about a brand's drops that Kafka holds now. */
    public List<DropEvent> drops(String brand) {
        return records(Topics.DISSATISFACTION).stream()
                .map(EventCodec::read)
                .filter(DropEvent.class::isInstance)
                .map(DropEvent.class::cast)
                .filter(event -> event.brand().equals(brand))
                .toList();
    }

    /** Everything that a topic holds now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "group.id", "test-" + UUID.randomUUID());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take a test's record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
