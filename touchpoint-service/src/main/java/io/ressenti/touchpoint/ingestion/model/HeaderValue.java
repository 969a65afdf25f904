package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The value of a CloudEvents header: HTTP protocol binding 1.0.2, section 3.1.3.2. */
public final class HeaderValue {

    private HeaderValue() {}

    /**
     * The attribute's value: quotes undone as older versions of the binding used them, then one round of percent-decoding.
     *
     * @throws ProblemException 400 where the value is not percent-encoded UTF-8
     */
    public static String decode(String header, String value) {
        var unquoted = unquoted(value.strip());
        return unquoted.chars().allMatch(c -> c != '%' && c < 0x80) ? unquoted : percentDecoded(header, unquoted);
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            var escaped = value.charAt(i) == '\\' && i + 1 < value.length() - 1;
            text.append(value.charAt(escaped ? ++i : i));
        }
        return text.toString();
    }

    private static String percentDecoded(String header, String value) {
        var bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c >= 0x80) {
                throw wrong(header);
            }
            if (c == '%') {
                bytes.write(hex(header, value, i + 1) << 4 | hex(header, value, i + 2));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(header);
        }
    }

    private static int hex(String header, String value, int index) {
        var digit = index < value.length() ? Character.digit(value.charAt(index), 16) : -1;
        if (digit < 0) {
            throw wrong(header);
        }
        return digit;
    }

    private static ProblemException wrong(String header) {
        return new ProblemException(Problem.malformed("The header " + header
                + " is not percent-encoded UTF-8. Write every character outside U+0021 to U+007E, space, \" and % as its UTF-8"
                + " bytes in the form %E2%82%AC."));
    }
}
