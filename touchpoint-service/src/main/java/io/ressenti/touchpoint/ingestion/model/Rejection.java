package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Turns a refused event into the fact that is kept. */
public final class Rejection {

    /** Who states the fact. */
    public static final String SOURCE = "ressenti/touchpoint-service";

    private Rejection() {}

    /**
     * The fact that {@code submitted} was refused. The same event refused for the same reason is the same fact, however often
     * it is sent.
     */
    public static EventRejected of(String brand, Submitted submitted, Verdict.Rejected rejected, Instant receivedAt) {
        var problem = rejected.problem();
        var text = submitted.text() == null ? null : new String(submitted.text(), StandardCharsets.UTF_8);
        return new EventRejected(
                id(brand, problem.kind(), rejected.id(), text),
                SOURCE,
                brand,
                rejected.source(),
                rejected.id(),
                problem.kind(),
                problem.detail(),
                problem.errors().stream()
                        .map(violation -> new Flaw(violation.pointer(), violation.message()))
                        .toList(),
                text,
                receivedAt);
    }

    /** The same without the event's text. */
    public static EventRejected withoutText(EventRejected fact) {
        return new EventRejected(
                fact.id(),
                fact.source(),
                fact.brand(),
                fact.eventSource(),
                fact.eventId(),
                fact.reason(),
                fact.detail(),
                fact.errors(),
                null,
                fact.occurredAt());
    }

    private static String id(String brand, String reason, String eventId, String text) {
        var name = String.join("\0", brand, reason, String.valueOf(eventId), String.valueOf(text));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
