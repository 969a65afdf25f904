package io.ressenti.notification.testing;

import io.ressenti.contracts.Cause;
import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfiedShare;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointDropped;
import io.ressenti.platform.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What scoring-service would say. */
public final class Dissatisfaction {

    private static final String SOURCE = "ressenti/scoring-service";

    private Dissatisfaction() {}

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    public static SignalDissatisfied signal(String brand, String customer, String journeyId, double value) {
        return signal(unique("signal"), brand, customer, journeyId, value);
    }

    public static SignalDissatisfied signal(String id, String brand, String customer, String journeyId, double value) {
        return signal(id, brand, customer, journeyId, value, Instant.now());
    }

    public static SignalDissatisfied signal(
            String id, String brand, String customer, String journeyId, double value, Instant receivedAt) {
        return signal(id, brand, customer, null, journeyId, value, receivedAt);
    }

    /** A signal about {@code customer} whose event called them {@code identifier}. */
    public static SignalDissatisfied signal(
            String id,
            String brand,
            String customer,
            String identifier,
            String journeyId,
            double value,
            Instant receivedAt) {
        return new SignalDissatisfied(
                id,
                SOURCE,
                brand,
                customer,
                identifier,
                journeyId,
                "order-delivered",
                Stage.ACCESS,
                "COURIER",
                "seller-9",
                Instant.parse("2018-01-18T22:56:59Z"),
                receivedAt,
                SignalKind.OUTCOME,
                value,
                null,
                new Cause("o-17-delivered", "courier-app", null, null, Outcome.FAILURE),
                72.5,
                38.25);
    }

    public static CustomerAtRisk atRisk(String brand, String customer, double score) {
        return new CustomerAtRisk(
                unique("risk"),
                SOURCE,
                brand,
                customer,
                null,
                "o-17",
                "order-delivered",
                Stage.ACCESS,
                "COURIER",
                "seller-9",
                Instant.parse("2018-01-18T22:56:59Z"),
                Instant.now(),
                3,
                new Cause("o-17-delivered", "courier-app", null, null, Outcome.FAILURE),
                51.0,
                score);
    }

    public static TouchpointDropped drop(String brand, String touchpoint) {
        return new TouchpointDropped(
                unique("drop"),
                SOURCE,
                brand,
                touchpoint,
                "COURIER",
                Instant.parse("2018-02-26T09:35:00Z"),
                Instant.parse("2018-02-28T16:10:00Z"),
                new DissatisfiedShare(2510, 8.0, 7.0, 9.1),
                new DissatisfiedShare(203, 17.2, 12.6, 23.0));
    }

    /** Puts events on Kafka, in order. */
    public static void publish(Event... events) {
        publishOn(Topics.DISSATISFACTION, events);
    }

    /** Puts events on another topic, in order. */
    public static void publishOn(String topic, Event... events) {
        var sent = Arrays.stream(events)
                .map(event -> EventCodec.toRecord(topic, event))
                .map(Producer.get()::send)
                .toList();
        sent.forEach(Dissatisfaction::await);
    }

    /** Puts an event on Kafka as part of a trace. */
    public static void publishTraced(String traceparent, Event event) {
        var record = EventCodec.toRecord(Topics.DISSATISFACTION, event);
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
        await(Producer.get().send(record));
    }

    /** Puts bytes on the topic, whatever they are, as an event of {@code type}. */
    public static void publish(String type, String key, byte[] value) {
        var record = new ProducerRecord<>(Topics.DISSATISFACTION, key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        await(Producer.get().send(record));
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for the Kafka of the moment: classes of tests that need other resources run on another. */
    private static final class Producer {

        private static String servers;
        private static KafkaProducer<String, byte[]> current;

        private Producer() {}

        static synchronized KafkaProducer<String, byte[]> get() {
            var now = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
            if (!now.equals(servers)) {
                if (current != null) {
                    current.close(Duration.ZERO);
                }
                servers = now;
                current = new KafkaProducer<>(
                        Map.of("bootstrap.servers", now), new StringSerializer(), new ByteArraySerializer());
            }
            return current;
        }
    }
}
