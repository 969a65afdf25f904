package io.ressenti.contracts;

import java.time.Instant;
import java.util.List;

/**
 * An event that a client sent was refused, and is kept to be repaired.
 *
 * @param id          the same for the same event refused for the same reason: a client that repeats itself makes one case
 * @param eventSource the application that the event names; null where it cannot be made out
 * @param eventId     the event's own id; null where it cannot be made out
 * @param reason      the kind of problem, as in its type: {@code unknown-touchpoint} for instance
 * @param detail      what is wrong, and what to do
 * @param errors      the places that are wrong
 * @param event       the event's text as we understood it, JSON where it was JSON; null where it was too large to keep
 * @param occurredAt  when we received the event
 */
public record EventRejected(
        String id,
        String source,
        String brand,
        String eventSource,
        String eventId,
        String reason,
        String detail,
        List<Flaw> errors,
        String event,
        Instant occurredAt)
        implements Event {

    public EventRejected {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    @Override
    public String subject() {
        return id;
    }
}
