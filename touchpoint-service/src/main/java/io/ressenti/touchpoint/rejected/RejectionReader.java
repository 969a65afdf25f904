package io.ressenti.touchpoint.rejected;

import io.ressenti.contracts.Event;
import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.UnreadableEventException;
import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes out what was not taken in, from a record of {@code cx.rejected.v1} or of a dead-letter topic. Reads everything. */
final class RejectionReader {

    private static final String OURS = UnreadableEventException.class.getSimpleName() + ": ";

    private RejectionReader() {}

    static Rejection read(ConsumerRecord<String, byte[]> record) {
        var refused = record.topic().equals(Topics.REJECTED) ? refusedIn(record) : Optional.<Rejection>empty();
        return refused.orElseGet(() -> deadLetter(record));
    }

    /** Empty where the record is not what belongs on this topic: it is a dead letter itself then. */
    private static Optional<Rejection> refusedIn(ConsumerRecord<String, byte[]> record) {
        return eventIn(record)
                .filter(EventRejected.class::isInstance)
                .map(EventRejected.class::cast)
                .filter(event -> event.brand() != null && event.reason() != null && event.detail() != null)
                .flatMap(event -> uuid(event.id()).map(id -> refused(id, event, record)));
    }

    private static Rejection refused(UUID id, EventRejected event, ConsumerRecord<String, byte[]> record) {
        return new Rejection(
                id,
                event.brand(),
                Origin.REQUEST,
                event.reason(),
                event.detail(),
                event.errors().stream()
                        .map(flaw -> new Violation(flaw.pointer(), flaw.message()))
                        .toList(),
                event.eventSource(),
                event.eventId(),
                event.event() == null ? null : event.event().getBytes(StandardCharsets.UTF_8),
                null,
                event.occurredAt() == null ? Instant.ofEpochMilli(record.timestamp()) : event.occurredAt());
    }

    private static Rejection deadLetter(ConsumerRecord<String, byte[]> record) {
        var event = eventIn(record);
        var topic = header(record, "dlq_topic").orElseGet(() -> withoutSuffix(record.topic()));
        var service = header(record, "dlq_service").orElse(null);
        var envelope = Envelope.of(record, topic, service);
        var brand = brandOf(record);
        var kind = header(record, "dlq_kind").orElse(event.isPresent() ? Reasons.UNPROCESSABLE : Reasons.UNREADABLE);
        return new Rejection(
                Identity.of(Origin.DEAD_LETTER, brand, envelope, record.value()),
                brand,
                Origin.DEAD_LETTER,
                kind,
                detail(record, envelope, kind),
                List.of(),
                event.map(Event::source).or(() -> header(record, "ce_source")).orElse(null),
                event.map(Event::id).or(() -> header(record, "ce_id")).orElse(null),
                record.value(),
                envelope,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** Whose a record is that may not be readable: what its headers say, or its key, which begins with the brand. */
    private static String brandOf(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_brand").or(() -> brandIn(record.key())).orElse("");
    }

    private static Optional<String> brandIn(String key) {
        return key == null || key.indexOf('|') < 0 ? Optional.empty() : Optional.of(key.substring(0, key.indexOf('|')));
    }

    private static String detail(ConsumerRecord<String, byte[]> record, Envelope envelope, String kind) {
        return "%s could not process the record of %s at partition %s, offset %s: %s"
                .formatted(
                        envelope.service() == null ? "A service" : envelope.service(),
                        envelope.topic(),
                        header(record, "dlq_partition").orElse(Integer.toString(record.partition())),
                        header(record, "dlq_offset").orElse(Long.toString(record.offset())),
                        why(record, kind));
    }

    /** Our own words where there are some. What others throw may name classes, tables or values. */
    private static String why(ConsumerRecord<String, byte[]> record, String kind) {
        return header(record, "dlq_reason")
                .filter(reason -> reason.startsWith(OURS))
                .map(reason -> reason.substring(OURS.length()))
                .orElse(
                        kind.equals(Reasons.UNPROCESSABLE)
                                ? "the service or its database refused it"
                                : "it is not an event that belongs there");
    }

    private static String withoutSuffix(String topic) {
        var suffix = Topics.deadLettersOf("");
        return topic.endsWith(suffix) ? topic.substring(0, topic.length() - suffix.length()) : topic;
    }

    private static Optional<Event> eventIn(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(EventCodec.read(record));
        } catch (UnreadableEventException e) {
            return Optional.empty(); // its bytes are kept, and its sender told why
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
