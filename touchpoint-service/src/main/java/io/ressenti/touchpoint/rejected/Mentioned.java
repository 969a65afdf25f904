package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.touchpoint.rejected.model.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an event is about that was not taken in, and when it came, as far as that can be made out. */
final class Mentioned {

    private Mentioned() {}

    /** The customer that {@code event} names, an event of ours, a client's or a CloudEvent; empty where it names none. */
    static Optional<String> customerIn(byte[] event) {
        return json(event).flatMap(json -> Stream.of(
                        json.path("customer"), json.path("data").path("customer"), json.path("subject"))
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .findFirst());
    }

    /** The customer that a record's key names; a key is {@code brand|customer}, in most topics. */
    static Optional<String> customerIn(String brand, byte[] key) {
        if (key == null) {
            return Optional.empty();
        }
        var text = new String(key, StandardCharsets.UTF_8);
        var prefix = brand + "|";
        return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }

    /** When an event of ours was received; empty where it does not say. */
    static Optional<Instant> receivedAtIn(byte[] event) {
        return json(event).map(json -> json.path("receivedAt").textValue()).flatMap(Mentioned::time);
    }

    private static Optional<JsonNode> json(byte[] event) {
        return Optional.ofNullable(event).flatMap(EventJson::find);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // then the record's own time has to do
        }
    }
}
