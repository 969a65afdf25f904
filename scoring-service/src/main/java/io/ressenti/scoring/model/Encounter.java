package io.ressenti.scoring.model;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Who met the brand where and when: what all signals of one event share.
 *
 * @param source     who stated the event; with {@code eventId}, {@code brand} and {@code kind} it is unique
 * @param revision   how often it was amended; of one event only the highest counts
 * @param journeyId  the journey; null where the event named none
 * @param occurredAt event time, to the microsecond: finer differences do not survive PostgreSQL, and would make a score
 *     depend on whether it had been stored in between
 */
public record Encounter(
        EventKind kind,
        String source,
        String eventId,
        int revision,
        String brand,
        String customer,
        String journeyId,
        Place place,
        Instant occurredAt,
        Instant receivedAt) {

    public Encounter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(brand, "brand");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(place, "place");
        occurredAt = Objects.requireNonNull(occurredAt, "occurredAt").truncatedTo(ChronoUnit.MICROS);
        receivedAt = Objects.requireNonNull(receivedAt, "receivedAt").truncatedTo(ChronoUnit.MICROS);
    }

    static Encounter of(TouchpointRecorded event) {
        return new Encounter(
                EventKind.TOUCHPOINT,
                event.source(),
                event.id(),
                0,
                event.brand(),
                event.customer(),
                event.journeyId(),
                new Place(event.touchpoint(), event.stage(), event.channel(), event.partner()),
                event.occurredAt(),
                event.receivedAt());
    }

    static Encounter of(FeedbackRecorded event) {
        return new Encounter(
                EventKind.FEEDBACK,
                event.source(),
                event.id(),
                event.revision() == null ? 0 : event.revision(),
                event.brand(),
                event.customer(),
                event.journeyId(),
                new Place(event.touchpoint(), event.stage(), event.channel(), event.partner()),
                event.occurredAt(),
                event.receivedAt());
    }

    /** What makes the event unique. */
    public EventKey key() {
        return new EventKey(brand, kind, source, eventId);
    }

    /** The customer whose experience it was. */
    public CustomerKey customerKey() {
        return new CustomerKey(brand, customer);
    }
}
