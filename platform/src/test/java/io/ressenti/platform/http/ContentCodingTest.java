package io.ressenti.platform.http;

import com.github.luben.zstd.ZstdOutputStream;
import io.ressenti.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentCodingTest {

    private static final byte[] TEXT = "{\"id\":\"a\"}\n".repeat(50_000).getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "gzip, GZIP",
        "x-gzip, GZIP",
        "GZIP, GZIP",
        "zstd, ZSTD",
        "identity, IDENTITY",
        "'', IDENTITY",
        ", IDENTITY",
        "br, ",
        "deflate, ",
        "'gzip, gzip', ",
        "nonsense, "
    })
    void isKnownByItsName(String header, ContentCoding coding) {
        assertThat(ContentCoding.of(header)).isEqualTo(Optional.ofNullable(coding));
    }

    @ParameterizedTest
    @EnumSource
    void isUndone(ContentCoding coding) throws IOException {
        assertThat(read(coding, compressed(coding, TEXT))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void severalInARowAreUndone(ContentCoding coding) throws IOException {
        // Given
        var twice = new ByteArrayOutputStream();
        twice.writeBytes(compressed(coding, TEXT));
        twice.writeBytes(compressed(coding, "end".getBytes(UTF_8)));

        // When
        var content = read(coding, twice.toByteArray());

        // Then
        assertThat(content).hasSize(TEXT.length + 3).endsWith("end".getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void aBodyThatBreaksOffIsRefused(ContentCoding coding) throws IOException {
        // Given
        var whole = compressed(coding, TEXT);

        // Then
        assertRefused(coding, Arrays.copyOf(whole, whole.length - 1));
        assertRefused(coding, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(coding, Arrays.copyOf(whole, 3));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void whatStandsBehindTheEndIsRefused(ContentCoding coding) throws IOException {
        // Given
        var whole = compressed(coding, TEXT);
        var more = Arrays.copyOf(whole, whole.length + 5);

        // Then
        assertRefused(coding, more);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void whatIsNotCompressedIsRefused(ContentCoding coding) {
        assertRefused(coding, TEXT);
    }

    @Test
    void damageIsFoundByTheChecksum() throws IOException {
        // Given
        var body = compressed(ContentCoding.GZIP, TEXT);
        body[body.length - 6] ^= 1;

        // Then
        assertRefused(ContentCoding.GZIP, body);
    }

    @Test
    void aWindowThatHttpDoesNotAllowIsRefused() throws IOException {
        // Given
        var body = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(body, 19)) {
            zstd.setLong(27);
            zstd.write(new byte[20_000_000]);
        }

        // Then
        assertRefused(ContentCoding.ZSTD, body.toByteArray());
    }

    private static void assertRefused(ContentCoding coding, byte[] body) {
        assertThatThrownBy(() -> read(coding, body))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The body is not valid " + coding.token());
    }

    private static byte[] read(ContentCoding coding, byte[] body) throws IOException {
        try (var decoded = coding.decode(new OneByOne(body))) {
            return decoded.readAllBytes();
        }
    }

    private static byte[] compressed(ContentCoding coding, byte[] text) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out =
                switch (coding) {
                    case IDENTITY -> body;
                    case GZIP -> new GZIPOutputStream(body);
                    case ZSTD -> new ZstdOutputStream(body);
                }) {
            out.write(text);
        }
        return body.toByteArray();
    }

    /** As the slowest of networks. */
    private static final class OneByOne extends ByteArrayInputStream {

        OneByOne(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
