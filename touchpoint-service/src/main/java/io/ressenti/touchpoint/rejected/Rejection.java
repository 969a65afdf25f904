package io.ressenti.touchpoint.rejected;

import io.ressenti.contracts.Event;
import io.ressenti.platform.privacy.Mention;
import io.ressenti.platform.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Something that was not taken in. Whatever it holds, it can be stored: what keeps a refused record must not refuse it too.
 *
 * @param id       made of what was not taken in, so that the same again has the same
 * @param brand    whose it is; empty where that cannot be made out
 * @param reason   why, in a word: the last part of the problem's type
 * @param detail   why, and what to do about it
 * @param errors   the places that are wrong
 * @param source   the event's source; null where it cannot be made out
 * @param eventId  the event's id; null where it cannot be made out
 * @param event    what came; null where it was too large to keep
 * @param envelope the record that it came in; null for what came by HTTP
 * @param at       when it was not taken in
 */
public record Rejection(
        UUID id,
        String brand,
        Origin origin,
        String reason,
        String detail,
        List<Violation> errors,
        String source,
        String eventId,
        byte[] event,
        Envelope envelope,
        Instant at) {

    private static final int MAX_NAME = 256;
    private static final int MAX_DETAIL = 2048;
    private static final int MAX_ERRORS = 100;

    /** PostgreSQL knows no later years, and nobody means an earlier one. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Rejection {
        brand = storable(brand, MAX_NAME);
        reason = storable(reason, MAX_NAME);
        detail = storable(detail, MAX_DETAIL);
        errors = errors.stream().limit(MAX_ERRORS).map(Rejection::storable).toList();
        source = storable(source, MAX_NAME);
        eventId = storable(eventId, MAX_NAME);
        at = at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LATEST) ? LATEST : at;
    }

    /**
     * An event that came under the source and id of another one, which stands.
     *
     * @param record      the record that it came in
     * @param event       the event in {@code record}; its replay puts the record, repaired, on its topic again
     * @param fingerprint of what its sender said: the same sent again is the same conflict, though the record says another time
     */
    public static Rejection conflict(ConsumerRecord<String, byte[]> record, Event event, UUID fingerprint) {
        var envelope = Envelope.of(record, record.topic(), null);
        var detail =
                "An event with this source and id, and another content, was there before, and stands. Give this one an"
                        + " id of its own and replay it, or discard it.";
        return new Rejection(
                Identity.ofConflict(event.brand(), record.topic(), event.source(), event.id(), fingerprint),
                event.brand(),
                Origin.CONFLICT,
                Reasons.CONFLICT,
                detail,
                List.of(new Violation("/id", detail)),
                event.source(),
                event.id(),
                record.value(),
                envelope,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** Whom it is about; empty where that cannot be made out. */
    Optional<String> customer() {
        return Mentioned.customerIn(event)
                .or(() -> envelope == null ? Optional.empty() : Mentioned.customerIn(brand, envelope.keyBytes()));
    }

    /** Whom it is about, and when we received the event. */
    Mention mention() {
        // What clients send may say anything of when it was received; what stood on a topic says it right.
        var receivedAt =
                origin == Origin.REQUEST ? at : Mentioned.receivedAtIn(event).orElse(at);
        return new Mention(brand, customer().orElse(""), receivedAt);
    }

    private static Violation storable(Violation error) {
        return new Violation(storable(error.pointer(), MAX_DETAIL), storable(error.message(), MAX_DETAIL));
    }

    private static String storable(String text, int most) {
        if (text == null) {
            return null;
        }
        return text.substring(0, Math.min(text.length(), most)).replace('\0', '\uFFFD');
    }
}
