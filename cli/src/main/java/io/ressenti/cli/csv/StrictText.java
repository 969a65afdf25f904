package io.ressenti.cli.csv;

import io.ressenti.cli.client.ClientException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Text read from bytes, where a byte that is no text of its charset is an error rather than a question mark. */
public final class StrictText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StrictText() {}

    /**
     * Reads text, without the mark that some programs put before it. Reading fails with a
     * {@link java.nio.charset.CharacterCodingException} at what is not of the charset.
     */
    public static BufferedReader of(InputStream bytes, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return withoutByteOrderMark(new BufferedReader(new InputStreamReader(bytes, decoder)));
    }

    /** What to say where text cannot be read on. */
    public static ClientException unreadable(String file, long line, Exception e) {
        var cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return new ClientException(
                cause instanceof CharacterCodingException
                        ? "%s is not text in its charset at or after line %d; is it UTF-8?".formatted(file, line)
                        : "%s cannot be read at or after line %d: %s".formatted(file, line, cause.getMessage()),
                e);
    }

    private static <R extends Reader> R withoutByteOrderMark(R reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
