package io.ressenti.console.service;

import io.ressenti.contracts.Stage;
import java.util.List;
import java.util.Map;

/** Touchpoints, channels or partners of the catalogue; {@code next} is null on the last page. */
public record CatalogueEntries(List<Entry> items, String next) {

    public CatalogueEntries {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param names display names by language tag; null for partners
     * @param name  a partner's name; null for others
     * @param stage a touchpoint's stage; null for others
     */
    public record Entry(String code, Map<String, String> names, String name, Stage stage) {}
}
