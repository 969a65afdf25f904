package io.ressenti.bench.scoring;

import io.ressenti.cli.client.Json;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the services' topics, in the services' own envelope: CloudEvents in binary mode. */
final class EventFeed implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param lingerMillis how long a record may wait for others */
    EventFeed(String bootstrapServers, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, String.valueOf(lingerMillis),
                        ProducerConfig.BATCH_SIZE_CONFIG, "65536",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The events numbered from {@code from} to before {@code to}; returns once Kafka has all of them. */
    void send(Visits visits, long from, long to) {
        for (long number = from; number < to; number++) {
            send(visits.event(number));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka has refused an event", failure.get());
        }
    }

    /** One event; returns at once. */
    void send(Event event) {
        producer.send(record(event), (metadata, trouble) -> failure.compareAndSet(null, trouble));
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<String, byte[]> record(Event event) {
        var topic = event instanceof FeedbackRecorded ? Topics.FEEDBACK : Topics.TOUCHPOINTS;
        var headers = new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(event.id()))
                .add("ce_type", utf8("io.ressenti." + event.getClass().getSimpleName() + ".v1"))
                .add("ce_source", utf8(event.source()))
                .add("ce_brand", utf8(event.brand()))
                .add("ce_time", utf8(event.occurredAt().toString()))
                .add("content-type", utf8("application/json"));
        var key = event.brand() + "|" + event.subject();
        return new ProducerRecord<>(topic, null, null, key, Json.write(event), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
