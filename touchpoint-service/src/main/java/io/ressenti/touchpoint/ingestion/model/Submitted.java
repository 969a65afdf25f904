package io.ressenti.touchpoint.ingestion.model;

import java.util.Map;

/**
 * An event as it was sent.
 *
 * @param text    its text (UTF-8 as far as it is right), kept where it is refused; null where it is too large to keep
 * @param reading what was found in it
 */
public record Submitted(byte[] text, Reading reading) {

    /** So many bytes an event may have, less one. */
    public static final int MAX_BYTES = TouchpointReader.MAX_BYTES;

    /** A Kafka record may hold 1 MiB by default; a refused event that needs more is kept without its text. */
    public static final int MAX_KEPT_BYTES = 960 * 1024;

    public Submitted {
        text = text == null || text.length > MAX_KEPT_BYTES ? null : text;
    }

    /** The event in {@code json}, plain or a CloudEvent. */
    public static Submitted event(byte[] json) {
        return new Submitted(json, TouchpointReader.read(json));
    }

    /** What must be a CloudEvent in structured mode. */
    public static Submitted cloudEvent(byte[] json) {
        return new Submitted(json, TouchpointReader.readCloudEvent(json));
    }

    /**
     * A CloudEvent in binary mode, kept in structured mode.
     *
     * @param attributes decoded, by name
     * @param body       the data
     */
    public static Submitted cloudEvent(Map<String, String> attributes, byte[] body) {
        var text = CloudEventReader.text(attributes, body);
        return new Submitted(text, TouchpointReader.readCloudEvent(attributes, body, text));
    }

    /** An event that was not even read, because it is longer than any may be. */
    public static Submitted tooLarge() {
        return new Submitted(null, new Reading.Unreadable(null, null, TouchpointReader.tooLarge()));
    }
}
