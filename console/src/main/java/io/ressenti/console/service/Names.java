package io.ressenti.console.service;

import io.ressenti.contracts.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What things are called. Where the catalogue holds no name, the code is made readable. */
public final class Names {

    /** Knows nothing: every code is made readable. */
    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    private final Map<String, CatalogueEntries.Entry> touchpoints;
    private final Map<String, CatalogueEntries.Entry> channels;
    private final Map<String, CatalogueEntries.Entry> partners;

    private Names(
            Map<String, CatalogueEntries.Entry> touchpoints,
            Map<String, CatalogueEntries.Entry> channels,
            Map<String, CatalogueEntries.Entry> partners) {
        this.touchpoints = touchpoints;
        this.channels = channels;
        this.partners = partners;
    }

    /** These names with the catalogue's three lists as they are now; where one is null, what was known of it stays. */
    Names with(
            List<CatalogueEntries.Entry> touchpoints,
            List<CatalogueEntries.Entry> channels,
            List<CatalogueEntries.Entry> partners) {
        return new Names(
                byCode(touchpoints, this.touchpoints),
                byCode(channels, this.channels),
                byCode(partners, this.partners));
    }

    /** A touchpoint's name in {@code locale}, else in English, else its code made readable; null for null. */
    public String touchpoint(String code, Locale locale) {
        return name(touchpoints, code, locale);
    }

    /** The stage that a touchpoint belongs to; null where the catalogue does not know it. */
    public Stage stage(String code) {
        var entry = code == null ? null : touchpoints.get(code);
        return entry == null ? null : entry.stage();
    }

    /** A channel's name, in the same way. */
    public String channel(String code, Locale locale) {
        return name(channels, code, locale);
    }

    /** A partner's name; its code as it is where it has none, since people know their partners' codes. */
    public String partner(String code) {
        var entry = code == null ? null : partners.get(code);
        return entry == null || entry.name() == null || entry.name().isBlank() ? code : entry.name();
    }

    private static Map<String, CatalogueEntries.Entry> byCode(
            List<CatalogueEntries.Entry> entries, Map<String, CatalogueEntries.Entry> known) {
        if (entries == null) {
            return known;
        }
        var byCode = new HashMap<String, CatalogueEntries.Entry>();
        entries.forEach(entry -> byCode.put(entry.code(), entry));
        return Map.copyOf(byCode);
    }

    private static String name(Map<String, CatalogueEntries.Entry> entries, String code, Locale locale) {
        if (code == null) {
            return null;
        }
        var entry = entries.get(code);
        var names = entry == null || entry.names() == null ? Map.<String, String>of() : entry.names();
        var name = names.getOrDefault(locale.getLanguage(), names.get("en"));
        return name == null || name.isBlank() ? readable(code) : name;
    }

    private static String readable(String code) {
        var words = code.replace('-', ' ')
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
