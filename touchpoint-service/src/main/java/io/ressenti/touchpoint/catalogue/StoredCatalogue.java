package io.ressenti.touchpoint.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of a brand by code: all of its catalogue, or what of it a document is about.
 *
 * @param touchpoints may hold those that were removed
 */
record StoredCatalogue(
        Map<String, ChannelEntity> channels,
        Map<String, PartnerEntity> partners,
        Map<String, TouchpointEntity> touchpoints) {

    private static final Comparator<TouchpointDefinition> ALONG_THE_JOURNEY =
            Comparator.comparing(TouchpointDefinition::stage).thenComparing(TouchpointDefinition::code);

    static final StoredCatalogue NOTHING = new StoredCatalogue(Map.of(), Map.of(), Map.of());

    StoredCatalogue withChannels(List<ChannelEntity> rows) {
        return new StoredCatalogue(byCode(rows), partners, touchpoints);
    }

    StoredCatalogue withPartners(List<PartnerEntity> rows) {
        return new StoredCatalogue(channels, byCode(rows), touchpoints);
    }

    StoredCatalogue withTouchpoints(List<TouchpointEntity> rows) {
        return new StoredCatalogue(channels, partners, byCode(rows));
    }

    /** Whether nobody has described anything yet; partners that events have named do not count. */
    boolean isEmpty() {
        return channels.isEmpty() && touchpoints.values().stream().noneMatch(TouchpointEntity::isPresent);
    }

    /** All of it as a document, the touchpoints in the order of the journey. */
    CatalogueDocument document() {
        return new CatalogueDocument(
                definitions(channels),
                definitions(partners),
                definitions(touchpoints).stream().sorted(ALONG_THE_JOURNEY).toList());
    }

    /** The changes that turn {@code rows} into {@code wanted}; null where the section is left out. */
    static <D extends Definition<D>, E extends CatalogueEntity<D>> List<Change<D>> changes(
            Map<String, E> rows, List<D> wanted, boolean complete) {
        if (wanted == null) {
            return null;
        }
        return Change.between(byCode(definitions(rows), Definition::code), byCode(wanted, Definition::code), complete);
    }

    /** As {@link #changes}; what was promised until now stays in the touchpoints' histories. */
    List<Change<TouchpointDefinition>> touchpointChanges(List<TouchpointDefinition> wanted, TouchpointEdit edit) {
        if (wanted == null) {
            return null;
        }
        List<TouchpointDefinition> next = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            var touchpoint = wanted.get(i);
            var row = touchpoints.get(touchpoint.code());
            next.add(edit.put(row, touchpoint, "/touchpoints/" + i).after());
        }
        return changes(touchpoints, next, true);
    }

    private static <D extends Definition<D>, E extends CatalogueEntity<D>> List<D> definitions(Map<String, E> rows) {
        return rows.values().stream()
                .filter(CatalogueEntity::isPresent)
                .map(CatalogueEntity::definition)
                .toList();
    }

    private static <E extends CatalogueEntity<?>> Map<String, E> byCode(List<E> rows) {
        return byCode(rows, row -> row.key.code());
    }

    private static <T> Map<String, T> byCode(List<T> values, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        values.forEach(value -> byCode.put(code.apply(value), value));
        return byCode;
    }
}
