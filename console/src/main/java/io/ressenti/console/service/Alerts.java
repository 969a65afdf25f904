package io.ressenti.console.service;

import java.util.List;

/** One page of alerts; {@code next} is null on the last. */
public record Alerts(List<Alert> items, String next) {

    public Alerts {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
