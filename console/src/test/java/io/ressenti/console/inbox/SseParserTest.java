package io.ressenti.console.inbox;

import io.ressenti.console.inbox.SseParser.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SseParserTest {

    private static final byte[] STREAM =
            ": alive\n\nid: 7\nevent: alert\ndata: {\"é\":1,\ndata:2}\n\nretry: 10\n\r\ndata: plain\r\n\r\ndata: half"
                    .getBytes(StandardCharsets.UTF_8);

    private static final List<Frame> FRAMES = List.of(
            new Frame(null, null, null), new Frame("7", "alert", "{\"é\":1,\n2}"), new Frame("7", "message", "plain"));

    @Test
    void readsEventsCommentsAndIds() {
        assertThat(new SseParser().feed(STREAM)).isEqualTo(FRAMES);
    }

    @Test
    void readsTheSameFromAnyPieces() {
        var parser = new SseParser();
        var frames = new ArrayList<Frame>();

        for (byte piece : STREAM) {
            frames.addAll(parser.feed(new byte[] {piece}));
        }

        assertThat(frames).isEqualTo(FRAMES);
    }
}
