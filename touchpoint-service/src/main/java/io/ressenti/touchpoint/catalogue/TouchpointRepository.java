package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Touchpoints by brand. */
@ApplicationScoped
class TouchpointRepository implements PanacheRepositoryBase<TouchpointEntity, CatalogueKey> {

    /** At most {@code count} touchpoints that were not removed, in the order of their codes, those after {@code after}. */
    Uni<List<TouchpointEntity>> after(String brand, String after, int count) {
        return find("key.brand = ?1 and key.code > ?2 and removed = false order by key.code", brand, after)
                .page(0, count)
                .list();
    }
}
