package io.ressenti.touchpoint.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Partners. */
@ApplicationScoped
class PartnerRepository extends CatalogueRepository<PartnerEntity> {

    PartnerRepository() {
        super("true");
    }

    /** Those that somebody has given a name, in the order of their codes. */
    Uni<List<PartnerEntity>> described(String brand) {
        return list("key.brand = ?1 and name is not null order by key.code", brand);
    }
}
