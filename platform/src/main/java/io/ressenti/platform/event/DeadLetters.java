package io.ressenti.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.ressenti.contracts.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps records that cannot be processed on {@code <topic>.dlq}, with the reason, the original headers and the position. */
@Startup
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** The kind of a record that is not an event which its consumer knows. */
    public static final String UNREADABLE = "unreadable";

    /** The kind of a record that is such an event, and cannot be processed all the same. */
    public static final String UNPROCESSABLE = "unprocessable";

    /** A reason may quote the record: it must not make a large one too large for its topic. */
    private static final int MAX_REASON = 1024;

    private final EventPublisher publisher;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            EventPublisher publisher,
            MeterRegistry metrics,
            ConsumedTopics topics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.service = service;
        topics.names().forEach(topic -> {
            setAside(topic);
            passedOver(topic);
        });
    }

    /** Sets {@code record} aside; completes once Kafka has it. */
    public Uni<Void> keep(ConsumerRecord<String, byte[]> record, Throwable reason) {
        var topic = Topics.deadLettersOf(record.topic());
        var headers = new RecordHeaders(record.headers().toArray())
                .add("dlq_kind", utf8(isUnreadable(reason) ? UNREADABLE : UNPROCESSABLE))
                .add("dlq_reason", utf8(shorten(reason.getClass().getSimpleName() + ": " + reason.getMessage())))
                .add("dlq_service", utf8(service))
                .add("dlq_topic", utf8(record.topic()))
                .add("dlq_partition", utf8(Integer.toString(record.partition())))
                .add("dlq_offset", utf8(Long.toString(record.offset())));
        LOG.errorf(
                "event=record.deadlettered topic=%s partition=%d offset=%d reason=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getClass().getSimpleName());
        setAside(record.topic()).increment();
        return publisher.publish(new ProducerRecord<>(topic, null, null, record.key(), record.value(), headers));
    }

    /** Leaves {@code record} where it stands: for one that was set aside already, and can be neither stored nor set aside again. */
    public Uni<Void> passOver(ConsumerRecord<String, byte[]> record, Throwable reason) {
        LOG.errorf(
                "event=record.passedover topic=%s partition=%d offset=%d reason=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getClass().getSimpleName());
        passedOver(record.topic()).increment();
        return Uni.createFrom().voidItem();
    }

    private Counter setAside(String topic) {
        return metrics.counter("ressenti.records.deadlettered", "topic", topic);
    }

    private Counter passedOver(String topic) {
        return metrics.counter("ressenti.records.passedover", "topic", topic);
    }

    private static boolean isUnreadable(Throwable reason) {
        return reason instanceof UnreadableEventException || reason instanceof ClassCastException;
    }

    private static String shorten(String reason) {
        return reason.substring(0, Math.min(reason.length(), MAX_REASON));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
