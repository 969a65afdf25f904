package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/** Rows of the catalogue by brand and code. */
abstract class CatalogueRepository<E extends CatalogueEntity<?>> implements PanacheRepositoryBase<E, CatalogueKey> {

    /** What a row has to be, beyond being the brand's, to be part of the catalogue as it is now. */
    private final String present;

    CatalogueRepository(String present) {
        this.present = present;
    }

    /** At most {@code count} of those that are present, in the order of their codes, those after {@code after}. */
    Uni<List<E>> after(String brand, String after, int count) {
        return find("key.brand = ?1 and key.code > ?2 and " + present + " order by key.code", brand, after)
                .page(0, count)
                .list();
    }

    /** All that are present, in the order of their codes. */
    Uni<List<E>> all(String brand) {
        return list("key.brand = ?1 and " + present + " order by key.code", brand);
    }

    /** All, present or not, locked until the transaction ends. */
    Uni<List<E>> locked(String brand) {
        return find("key.brand = ?1 order by key.code", brand)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those with {@code codes}, present or not, locked until the transaction ends. */
    Uni<List<E>> locked(String brand, Collection<String> codes) {
        return find("key.brand = ?1 and key.code in ?2 order by key.code", brand, codes)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
