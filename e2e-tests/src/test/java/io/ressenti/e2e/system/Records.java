package io.ressenti.e2e.system;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What somebody other than the services writes on their topics. */
public final class Records implements AutoCloseable {

    private final KafkaProducer<String, String> producer;

    private Records(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    /** Writes on the Kafka of {@code ressenti}. */
    public static Records on(RunningRessenti ressenti) {
        return new Records(new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, ressenti.kafka()),
                new StringSerializer(),
                new StringSerializer()));
    }

    /** Writes a record that says that it is an event of {@code type}. */
    public void send(String topic, String key, String type, String value) {
        var written = new ProducerRecord<>(topic, key, value);
        written.headers().add("ce_type", ("io.ressenti." + type + ".v1").getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(written).get();
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka does not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
