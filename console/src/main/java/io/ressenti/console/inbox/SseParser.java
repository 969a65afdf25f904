package io.ressenti.console.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code text/event-stream} as it comes in, whatever the pieces it arrives in, by the rules of the HTML standard. Comments
 * are frames too, so that their reader learns that the stream is alive. Not thread-safe; one per stream.
 */
final class SseParser {

    /** An event of the stream, or a comment: then {@code data} is null. */
    record Frame(String id, String event, String data) {

        boolean comment() {
            return data == null;
        }
    }

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private String event = "message";
    private String id;

    /** The frames that {@code bytes} complete. */
    List<Frame> feed(byte[] bytes) {
        var frames = new ArrayList<Frame>();
        for (byte next : bytes) {
            if (next == '\n') {
                endLine(frames);
            } else if (next != '\r') {
                line.write(next);
            }
        }
        return frames;
    }

    private void endLine(List<Frame> frames) {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch(frames);
        } else if (text.startsWith(":")) {
            frames.add(new Frame(id, null, null));
        } else {
            field(text);
        }
    }

    private void field(String text) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        var value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (name) {
            case "id" -> id = value;
            case "event" -> event = value;
            case "data" -> {
                data.append(hasData ? "\n" : "").append(value);
                hasData = true;
            }
            default -> {
                // The standard has unknown fields, and "retry" which concerns the browser's end only, passed over.
            }
        }
    }

    private void dispatch(List<Frame> frames) {
        if (hasData) {
            frames.add(new Frame(id, event, data.toString()));
        }
        data.setLength(0);
        hasData = false;
        event = "message";
    }
}
