package io.ressenti.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the body of a batch into its items without reading them, so that a bad item spoils no other. */
public final class JsonBatch {

    /** How many items a batch may hold. */
    public static final int MAX_ITEMS = 10_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private JsonBatch() {}

    /**
     * One item of a batch.
     *
     * @param index position in the array, or number of the line, from 0
     * @param json  the item's own text
     */
    public record Item(int index, byte[] json) {}

    /**
     * The items of a JSON array.
     *
     * @throws ProblemException 400 where the body is no array that is well-formed as a whole, 413 beyond {@link #MAX_ITEMS}
     */
    public static List<Item> ofArray(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ProblemException(
                        Problem.malformed(
                                "A batch is a JSON array. Put the items into [ ], or send one per line as application/x-ndjson."));
            }
            return items(parser, body);
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    /**
     * The lines of an NDJSON body; blank lines are left out, but count in the index.
     *
     * @throws ProblemException 413 beyond {@link #MAX_ITEMS}
     */
    public static List<Item> ofLines(byte[] body) {
        List<Item> items = new ArrayList<>();
        int line = 0;
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                add(items, new Item(line, Arrays.copyOfRange(body, start, end)));
            }
            line++;
            start = end + 1;
        }
        return items;
    }

    private static List<Item> items(JsonParser parser, byte[] body) throws IOException {
        List<Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            var to = (int) parser.currentLocation().getByteOffset();
            add(items, new Item(items.size(), Arrays.copyOfRange(body, from, to)));
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.malformed("Something stands after the array's end. Remove it."));
        }
        return items;
    }

    private static void add(List<Item> items, Item item) {
        if (items.size() == MAX_ITEMS) {
            throw new ProblemException(Problem.of(
                    413,
                    "too-many-items",
                    "The batch holds too many items",
                    "A batch may hold " + MAX_ITEMS + " items. Send it in several smaller requests."));
        }
        items.add(item);
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
