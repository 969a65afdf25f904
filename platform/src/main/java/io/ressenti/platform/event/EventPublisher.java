package io.ressenti.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.ressenti.platform.trace.Traces;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts records on Kafka and says when all in-sync replicas have them. A plain producer: per record it costs a third of a
 * messaging channel's emitter.
 */
@ApplicationScoped
public class EventPublisher {

    private final KafkaProducer<String, byte[]> producer;
    private final Traces traces;

    EventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, PublisherConfig config, Traces traces) {
        this.traces = traces;
        var properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, (int) config.linger().toMillis());
        properties.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferMemory().asLongValue());
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                config.deliveryTimeout().toMillis());
        properties.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) config.deliveryTimeout().toMillis() / 2);
        // Never block an event loop: a full buffer or missing metadata fails at once, and is answered with 503.
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        properties.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis());
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes one record.
     *
     * @return completes once all in-sync replicas have it; fails with a Kafka exception where that is not known in time. A
     *     record whose publication failed may have arrived all the same: publish it again with the same event id
     */
    public Uni<Void> publish(ProducerRecord<String, byte[]> record) {
        return publishAll(List.of(record));
    }

    /**
     * Publishes all records as part of what is going on; completes once all have arrived, fails with the first failure once all
     * have ended. A whole batch costs one hop back to the caller's context.
     */
    public Uni<Void> publishAll(List<ProducerRecord<String, byte[]>> records) {
        return traces.sending(records, () -> forwardAll(records));
    }

    /** The same for records that are parts of other traces, or of none, whatever is going on. */
    public Uni<Void> forwardAll(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var answering = answeringOn(Vertx.currentContext());
        return Uni.createFrom()
                .emitter(emitter -> new Delivery(producer, records.size(), emitter, answering).send(records));
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(5));
    }

    private static Executor answeringOn(Context caller) {
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }
}
