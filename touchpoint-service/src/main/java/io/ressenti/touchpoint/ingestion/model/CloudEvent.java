package io.ressenti.touchpoint.ingestion.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ressenti.platform.json.StrictJson;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A CloudEvent 1.0 in the JSON event format, with a touchpoint event as its data.
 *
 * @param type            the application's own name of what happened; not kept
 * @param time            when it happened
 * @param subject         the customer, unless the data says it
 * @param datacontenttype JSON, or left out
 * @param data            what the attributes do not say already
 * @param dataBase64      the same, Base64 of JSON
 * @param extensions      the other attributes; not kept
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        String subject,
        String datacontenttype,
        String dataschema,
        TouchpointEvent data,
        @JsonProperty("data_base64") String dataBase64,
        @JsonAnySetter Map<String, Object> extensions) {

    CloudEvent {
        extensions = extensions == null ? Map.of() : extensions;
    }

    CloudEvent withData(TouchpointEvent content) {
        return new CloudEvent(
                specversion,
                id,
                source,
                type,
                time,
                subject,
                datacontenttype,
                dataschema,
                content,
                dataBase64,
                extensions);
    }

    /**
     * The same with its data decoded.
     *
     * @throws IllegalArgumentException where it is not Base64
     */
    CloudEvent decoded() {
        return dataBase64 == null || data != null
                ? this
                : withData(StrictJson.read(Base64.getDecoder().decode(dataBase64), TouchpointEvent.class));
    }

    /** The event as if it had come without the envelope: what the data leaves out is taken from the attributes. */
    TouchpointEvent unwrapped() {
        return new TouchpointEvent(
                id,
                source,
                data.occurredAt() == null ? time : data.occurredAt(),
                data.sentAt(),
                data.customer() == null ? subject : data.customer(),
                data.journeyId(),
                data.touchpoint(),
                data.channel(),
                data.partner(),
                data.outcome(),
                data.measures(),
                data.attributes(),
                data.variant());
    }
}
