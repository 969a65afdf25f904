package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a document changes; a section is null where the document leaves it out. */
record DocumentChanges(
        List<Change<ChannelDefinition>> channels,
        List<Change<PartnerDefinition>> partners,
        List<Change<TouchpointDefinition>> touchpoints) {

    static DocumentChanges of(CatalogueDocument document, StoredCatalogue stored, TouchpointEdit edit) {
        return new DocumentChanges(
                StoredCatalogue.changes(stored.channels(), document.channels(), true),
                StoredCatalogue.changes(stored.partners(), document.partners(), false),
                stored.touchpointChanges(document.touchpoints(), edit));
    }

    CatalogueDiff diff(Differ differ, boolean dryRun) {
        return CatalogueDiff.of(
                dryRun, differ.section(channels), differ.section(partners), differ.section(touchpoints));
    }

    /** Carries them out within the current transaction. */
    Uni<Void> apply(StoredCatalogue stored, TouchpointEdit edit) {
        var rows = new Rows(edit.brand(), new ArrayList<>(), new ArrayList<>());
        rows.change(channels, stored.channels(), ChannelEntity::new);
        rows.change(partners, stored.partners(), PartnerEntity::new);
        if (touchpoints != null) {
            touchpoints.forEach(change ->
                    rows.added().addAll(edit.apply(change, stored.touchpoints().get(change.code()))));
        }
        return Panache.getSession()
                .call(session -> session.removeAll(rows.removed().toArray()))
                .chain(session -> session.persistAll(rows.added().toArray()));
    }

    /** What has to be added and removed; rows that change are changed where they are. */
    private record Rows(String brand, List<Object> added, List<Object> removed) {

        <D extends Definition<D>, E extends CatalogueEntity<D>> void change(
                List<Change<D>> changes, Map<String, E> stored, Supplier<E> row) {
            if (changes == null) {
                return;
            }
            for (var change : changes) {
                if (change.isAddition()) {
                    added.add(CatalogueEntity.of(row, new CatalogueKey(brand, change.code()), change.after()));
                } else if (change.isRemoval()) {
                    removed.add(stored.get(change.code()));
                } else {
                    stored.get(change.code()).define(change.after());
                }
            }
        }
    }
}
