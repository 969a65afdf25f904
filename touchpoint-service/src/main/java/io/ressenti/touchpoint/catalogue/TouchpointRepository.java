package io.ressenti.touchpoint.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

/** Touchpoints. */
@ApplicationScoped
class TouchpointRepository extends CatalogueRepository<TouchpointEntity> {

    TouchpointRepository() {
        super("removed = false");
    }
}
