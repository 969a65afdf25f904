package io.ressenti.platform.json;

import io.ressenti.platform.json.JsonLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "a | 0:a",
                "a$ | 0:a",
                "a$b | 0:a 1:b",
                "$$a$~$~b~$ | 2:a 4:b", // blank lines count, and are left out
                "' a ' | 0:a",
                "abcde$abcdef$g | 0:abcde 1:null 2:g",
                "abcdefghijkl | 0:null",
            })
    void areCutAndCounted(String body, String expected) throws IOException {
        // Given
        var lines = new JsonLines(
                new ByteArrayInputStream(
                        body.replace('$', '\n').replace('~', '\r').getBytes(UTF_8)),
                5);

        // When
        var found = all(lines);

        // Then
        assertThat(String.join(" ", found.stream().map(JsonLinesTest::shown).toList()))
                .isEqualTo(expected);
    }

    @Test
    void comeInPiecesOf500() throws IOException {
        // Given
        var lines = new JsonLines(new ByteArrayInputStream("{}\n".repeat(1_200).getBytes(UTF_8)), 5);

        // When
        var sizes = List.of(
                lines.next().size(),
                lines.next().size(),
                lines.next().size(),
                lines.next().size());

        // Then
        assertThat(sizes).containsExactly(500, 500, 200, 0);
        assertThat(lines.count()).isEqualTo(1_200);
    }

    @Test
    void comeInPiecesOfHalfAMegabyte() throws IOException {
        // Given
        var lines = new JsonLines(
                new ByteArrayInputStream(("x".repeat(300_000) + "\n").repeat(3).getBytes(UTF_8)), 512 * 1024);

        // When
        var first = lines.next();

        // Then
        assertThat(first).hasSize(2);
    }

    @Test
    void aLineThatHasNoEndIsNotKept() throws IOException {
        // Given a gigabyte without a line's end, and one line behind it
        var lines = new JsonLines(
                new SequenceInputStream(
                        new Repeated((byte) 'x', 1L << 30), new ByteArrayInputStream("\n{}".getBytes(UTF_8))),
                512 * 1024);

        // When
        var found = all(lines);

        // Then
        assertThat(found.stream().map(JsonLinesTest::shown)).containsExactly("0:null", "1:{}");
    }

    @Test
    void whatWasCompleteIsGivenBeforeTheFailure() throws IOException {
        // Given
        var lines = new JsonLines(
                new SequenceInputStream(new ByteArrayInputStream("a\nb\nc".getBytes(UTF_8)), new Broken()), 5);

        // When
        var found = lines.next();

        // Then
        assertThat(found).extracting(JsonLinesTest::shown).containsExactly("0:a", "1:b");
        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessage("gone");
        assertThat(lines.count()).isEqualTo(2);
    }

    @Test
    void whatWasGivenIsNotGivenAgainWhereReadingFailsAtOnce() throws IOException {
        // Given a body that promises more, as a decompressor does, and fails
        var pieces = new ByteArrayInputStream("a\nb\nc".getBytes(UTF_8));
        var body = new SequenceInputStream(pieces, new Broken()) {
            @Override
            public int available() {
                return 1;
            }
        };
        var lines = new JsonLines(body, 5);

        // When
        var found = lines.next();

        // Then
        assertThat(found).extracting(JsonLinesTest::shown).containsExactly("0:a", "1:b");
        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessage("gone");
        assertThat(lines.count()).isEqualTo(2);
    }

    private static List<Line> all(JsonLines lines) throws IOException {
        List<Line> all = new ArrayList<>();
        for (var next = lines.next(); !next.isEmpty(); next = lines.next()) {
            all.addAll(next);
        }
        return all;
    }

    private static String shown(Line line) {
        return line.index() + ":" + (line.json() == null ? "null" : new String(line.json(), UTF_8).strip());
    }

    private static final class Repeated extends InputStream {

        private final byte filler;
        private long left;

        Repeated(byte filler, long count) {
            this.filler = filler;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? filler : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, filler);
            left -= count;
            return count;
        }
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
