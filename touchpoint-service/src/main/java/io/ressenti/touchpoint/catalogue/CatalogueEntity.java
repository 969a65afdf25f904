package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import java.util.function.Supplier;

/**
 * A row of the catalogue.
 *
 * @param <D> what it defines
 */
@MappedSuperclass
abstract class CatalogueEntity<D extends Definition<D>> {

    @EmbeddedId
    CatalogueKey key;

    /** What the row says. */
    abstract D definition();

    /** Makes the row say {@code definition}, whose code is left aside. */
    abstract void define(D definition);

    /** A new row that says {@code definition}. */
    static <D extends Definition<D>, E extends CatalogueEntity<D>> E of(
            Supplier<E> empty, CatalogueKey key, D definition) {
        var row = empty.get();
        row.key = key;
        row.define(definition);
        return row;
    }

    /** Whether it is part of the catalogue as it is now. */
    boolean isPresent() {
        return true;
    }
}
