package io.ressenti.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies of requests. */
public final class FeedbackJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOUND = """
            {"id":"r-8","source":"survey","occurredAt":"2018-01-20T09:00:00Z","customer":"c-42","journeyId":"o-17",
             "touchpoint":"order-delivered","channel":"EMAIL","partner":"seller-9",
             "answers":[{"type":"CSAT","value":2,"scale":5},{"type":"EMOTION","value":"disappointed"}],
             "comment":"Chegou tarde.","language":"pt"}
            """;

    private FeedbackJson() {}

    /** A sound body with this id. */
    public static String withId(String id) {
        return with("id", id);
    }

    /** A sound body with some fields set to other texts: name, text, name, text … A text that is null takes the field out. */
    public static String with(String... fields) {
        var body = sound();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] == null) {
                body.remove(fields[i]);
            } else {
                body.put(fields[i], fields[i + 1]);
            }
        }
        return body.toString();
    }

    /** A sound body with {@code answers} instead of its own. */
    public static String withAnswers(String id, String answers) {
        try {
            var body = sound().put("id", id);
            body.set("answers", JSON.readTree(answers));
            return body.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ObjectNode sound() {
        try {
            return (ObjectNode) JSON.readTree(SOUND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
