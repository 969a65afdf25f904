package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A position in a list, opaque to clients: the last item's sort keys. */
public final class Cursor {

    private Cursor() {}

    /** The cursor that stands for {@code keys}. */
    public static String of(String... keys) {
        return Arrays.stream(keys).map(Cursor::encode).collect(Collectors.joining("."));
    }

    /**
     * The keys that {@code cursor} stands for.
     *
     * @throws ProblemException 422 where {@code cursor} is not one of ours with {@code count} keys
     */
    public static List<String> read(String cursor, int count) {
        var parts = cursor.split("\\.", -1);
        if (parts.length != count) {
            throw unknown();
        }
        return Arrays.stream(parts).map(Cursor::decode).toList();
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            if (key.indexOf('\0') >= 0) {
                throw unknown();
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.invalid(
                "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
    }
}
