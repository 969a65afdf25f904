package io.ressenti.notification.http;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the part
 * @param next  cursor of the part that follows; null where this is the last one
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }
}
