package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.json.StrictJson;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.util.Map;
import java.util.function.Supplier;

/** Reads one event. */
final class TouchpointReader {

    /** Half of what a Kafka record may hold by default: what we add to an event fits into the other half. */
    static final int MAX_BYTES = 512 * 1024;

    /** An event can be wrong in tens of thousands of places; the answer, the record and the row that keep it name the first. */
    static final int MAX_PLACES = 20;

    private static final int MAX_POINTER = 1024;

    private TouchpointReader() {}

    /**
     * Reads the event in {@code json} (UTF-8), plain or a CloudEvent in structured mode. Whatever stands there, the answer is a
     * reading, not a failure.
     */
    static Reading read(byte[] json) {
        var plain = read(json, () -> plain(json));
        return plain instanceof Reading.Unreadable && Identity.in(json).isCloudEvent() ? readCloudEvent(json) : plain;
    }

    /** Reads what must be a CloudEvent in structured mode. */
    static Reading readCloudEvent(byte[] json) {
        return read(json, () -> CloudEventReader.structured(json));
    }

    /** Reads a CloudEvent in binary mode; {@code text} is the same in structured mode. */
    static Reading readCloudEvent(Map<String, String> attributes, byte[] body, byte[] text) {
        return read(text, () -> CloudEventReader.binary(attributes, body));
    }

    /** The problem of an event that is longer than {@link #MAX_BYTES}. */
    static Problem tooLarge() {
        return Problem.tooLarge("512 KiB, the most for a single event");
    }

    private static Reading read(byte[] text, Supplier<TouchpointEvent> reader) {
        if (text.length >= MAX_BYTES) {
            return unreadable(text, tooLarge());
        }
        try {
            return new Reading.Readable(reader.get());
        } catch (ProblemException e) {
            return unreadable(text, e.problem());
        }
    }

    private static TouchpointEvent plain(byte[] json) {
        var event = StrictJson.read(json, TouchpointEvent.class);
        var violations = TouchpointRules.check(event);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(violations));
        }
        return event;
    }

    private static Reading unreadable(byte[] json, Problem problem) {
        var identity = Identity.in(json);
        return new Reading.Unreadable(identity.source(), identity.id(), bounded(problem));
    }

    private static Problem bounded(Problem problem) {
        return problem.withErrors(problem.errors().stream()
                .limit(MAX_PLACES)
                .map(TouchpointReader::bounded)
                .toList());
    }

    private static Violation bounded(Violation place) {
        return place.pointer().length() <= MAX_POINTER
                ? place
                : new Violation(place.pointer().substring(0, MAX_POINTER) + "…", place.message());
    }
}
