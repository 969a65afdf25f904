package io.ressenti.touchpoint.ingestion.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.ressenti.platform.json.StrictJson;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;

/** Reads one event. */
public final class TouchpointReader {

    /** Half of what a Kafka record may hold by default: what we add to an event fits into the other half. */
    public static final int MAX_BYTES = 512 * 1024;

    private static final JsonFactory LENIENT = new JsonFactory();

    private TouchpointReader() {}

    /** Reads the event in {@code json} (UTF-8). Whatever stands there, the answer is a reading, not a failure. */
    public static Reading read(byte[] json) {
        if (json.length >= MAX_BYTES) {
            return new Reading.Unreadable(idIn(json), Problem.tooLarge("512 KiB, the most for a single event"));
        }
        try {
            var event = StrictJson.read(json, TouchpointEvent.class);
            var violations = TouchpointRules.check(event);
            return violations.isEmpty()
                    ? new Reading.Readable(event)
                    : new Reading.Unreadable(event.id(), Problem.invalid(violations));
        } catch (ProblemException e) {
            return new Reading.Unreadable(idIn(json), e.problem());
        }
    }

    /** The id, so that a client finds the event that it has to correct; null where it cannot be made out. */
    private static String idIn(byte[] json) {
        try (var parser = LENIENT.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var isId = parser.currentName().equals("id");
                var value = parser.nextToken();
                if (isId) {
                    return value == JsonToken.VALUE_STRING ? identifier(parser.getText()) : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null; // the problem itself is told by whoever read the whole
        }
    }

    private static String identifier(String text) {
        return text.length() <= TouchpointRules.MAX_IDENTIFIER ? text : null;
    }
}
