package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Channels by brand. */
@ApplicationScoped
class ChannelRepository implements PanacheRepositoryBase<ChannelEntity, CatalogueKey> {

    /** At most {@code count} channels in the order of their codes, those after {@code after}. */
    Uni<List<ChannelEntity>> after(String brand, String after, int count) {
        return find("key.brand = ?1 and key.code > ?2 order by key.code", brand, after)
                .page(0, count)
                .list();
    }
}
