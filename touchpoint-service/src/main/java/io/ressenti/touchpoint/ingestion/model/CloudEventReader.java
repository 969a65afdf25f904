package io.ressenti.touchpoint.ingestion.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.platform.json.StrictJson;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads touchpoint events that come as CloudEvents. Every place that a problem names is one of the structured mode. */
final class CloudEventReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);

    private CloudEventReader() {}

    /**
     * Reads one in structured mode.
     *
     * @throws ProblemException where it is no such event
     */
    static TouchpointEvent structured(byte[] json) {
        return touchpoint(StrictJson.read(json, CloudEvent.class));
    }

    /**
     * Reads one in binary mode.
     *
     * @param attributes decoded, by name
     * @param body       the data
     * @throws ProblemException where it is no such event
     */
    static TouchpointEvent binary(Map<String, String> attributes, byte[] body) {
        var envelope = StrictJson.read(json(attributes), CloudEvent.class);
        check(CloudEventRules.checkEnvelope(envelope));
        return touchpoint(envelope.withData(data(body)));
    }

    /** An event of binary mode in structured mode. The body is put in as it is, JSON or not. */
    static byte[] text(Map<String, String> attributes, byte[] body) {
        var head = json(attributes);
        var text = new ByteArrayOutputStream(head.length + DATA.length + body.length);
        text.write(head, 0, head.length - 1);
        text.writeBytes(DATA);
        text.writeBytes(body);
        text.write('}');
        return text.toByteArray();
    }

    private static TouchpointEvent touchpoint(CloudEvent sent) {
        check(CloudEventRules.checkEnvelope(sent));
        var event = decoded(sent);
        check(CloudEventRules.checkData(event));
        var touchpoint = event.unwrapped();
        check(TouchpointRules.check(touchpoint).stream()
                .map(violation ->
                        new Violation(CloudEventRules.pointer(event, violation.pointer()), violation.message()))
                .toList());
        return touchpoint;
    }

    private static CloudEvent decoded(CloudEvent event) {
        try {
            return event.decoded();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalid("/data_base64", "It is not Base64 (RFC 4648)."));
        } catch (ProblemException e) {
            throw new ProblemException(under("/data_base64", e.problem()));
        }
    }

    private static TouchpointEvent data(byte[] body) {
        try {
            return StrictJson.read(body, TouchpointEvent.class);
        } catch (ProblemException e) {
            throw new ProblemException(under("/data", e.problem()));
        }
    }

    private static Problem under(String pointer, Problem problem) {
        return problem.withErrors(problem.errors().stream()
                .map(violation -> new Violation(pointer + violation.pointer(), violation.message()))
                .toList());
    }

    private static void check(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(violations));
        }
    }

    private static byte[] json(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsBytes(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings can always be written as JSON", e);
        }
    }
}
