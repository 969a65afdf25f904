package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The changes of touchpoints. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, RevisionEntity.Key> {

    /** At most {@code count} changes of a touchpoint, the newest first, those before the revision {@code before}. */
    Uni<List<RevisionEntity>> before(CatalogueKey key, long before, int count) {
        return find(
                        "key.brand = ?1 and key.code = ?2 and key.revision < ?3 order by key.revision desc",
                        key.brand(),
                        key.code(),
                        before)
                .page(0, count)
                .list();
    }
}
