package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.platform.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows how touchpoints came to be what they are. */
@ApplicationScoped
class TouchpointRevisions {

    private final RevisionRepository revisions;

    TouchpointRevisions(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** One page, the newest first; ends with 404 where there never was such a touchpoint. */
    Uni<Page<RevisionView>> list(CatalogueKey key, String cursor, String wanted) {
        var limit = CatalogueRequests.limit(wanted);
        var before = CatalogueRequests.after(cursor, Long.MAX_VALUE, Long::valueOf);
        var found = Panache.withSession(() -> revisions.before(key, before, limit + 1))
                .map(rows -> rows.isEmpty() && before == Long.MAX_VALUE ? null : page(rows, limit));
        return CatalogueRequests.orNotFound(found, "touchpoint", key.code());
    }

    private static Page<RevisionView> page(List<RevisionEntity> rows, int limit) {
        var views = rows.stream().map(RevisionView::of).toList();
        return CatalogueRequests.page(views, limit, view -> Long.toString(view.revision()));
    }
}
