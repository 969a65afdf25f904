package io.ressenti.platform.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list. */
public record Page<T>(
        @Schema(description = "What stands on this page") List<T> items,

        @Schema(description = "Cursor of the next page; null on the last one", nullable = true)
        String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of at most {@code limit} items, given up to one more than that: the one more only tells that there is a next page.
     *
     * @param cursor makes the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
