package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.ingestion.model.HeaderValue;
import io.ressenti.touchpoint.ingestion.model.MediaTypes;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** In which of the formats a request carries one event: CloudEvents HTTP protocol binding 1.0.2, section 3, and plain JSON. */
final class EventFormat {

    static final String CLOUD_EVENT = "application/cloudevents+json";
    static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    private static final String CLOUD_EVENT_FAMILY = "application/cloudevents";
    private static final String PREFIX = "ce-";

    /** Any of them says that a CloudEvent was meant; which of them are missing is told then. */
    private static final List<String> MANDATORY = List.of("ce-specversion", "ce-id", "ce-source", "ce-type");

    private static final Problem UNSUPPORTED = Problem.of(
            415,
            "unsupported-media-type",
            "Not in this format",
            "Send one event as application/json, as " + CLOUD_EVENT
                    + ", or as JSON with the headers of a CloudEvent (ce-id, …). Several go to /api/v1/touchpoints/batch.");

    private EventFormat() {}

    /**
     * The event of a request.
     *
     * @throws ProblemException 415 where its format is none of those taken in, 400 where a header cannot be read
     */
    static Submitted read(MultiMap headers, byte[] body) {
        var type = MediaTypes.essence(headers.get(HttpHeaders.CONTENT_TYPE));
        if (type.equals(CLOUD_EVENT)) {
            return Submitted.cloudEvent(body);
        }
        if (MediaTypes.isJson(type) && !type.startsWith(CLOUD_EVENT_FAMILY) && isBinary(headers)) {
            return Submitted.cloudEvent(attributes(headers), body);
        }
        if (type.equals(MediaTypes.JSON)) {
            return Submitted.event(body);
        }
        throw new ProblemException(UNSUPPORTED);
    }

    private static boolean isBinary(MultiMap headers) {
        for (var header : MANDATORY) {
            if (headers.contains(header)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> attributes(MultiMap headers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                var other =
                        attributes.put(name.substring(PREFIX.length()), HeaderValue.decode(name, header.getValue()));
                check(other == null, "The header " + name + " stands there twice. Send it once.");
            }
        }
        check(
                !attributes.containsKey("datacontenttype"),
                "The data's type stands in Content-Type. Leave the header ce-datacontenttype out.");
        return attributes;
    }

    private static void check(boolean holds, String wrong) {
        if (!holds) {
            throw new ProblemException(Problem.malformed(wrong));
        }
    }
}
