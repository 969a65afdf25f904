package io.ressenti.touchpoint.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the catalogues of brands, one section after the other: a session does one thing at a time. */
@ApplicationScoped
class StoredCatalogues {

    private final ChannelRepository channels;
    private final PartnerRepository partners;
    private final TouchpointRepository touchpoints;

    StoredCatalogues(ChannelRepository channels, PartnerRepository partners, TouchpointRepository touchpoints) {
        this.channels = channels;
        this.partners = partners;
        this.touchpoints = touchpoints;
    }

    /** All that somebody has described. Partners that only events have named are left out: they come back by themselves. */
    Uni<StoredCatalogue> described(String brand) {
        return channels.all(brand)
                .map(StoredCatalogue.NOTHING::withChannels)
                .chain(stored -> partners.described(brand).map(stored::withPartners))
                .chain(stored -> touchpoints.all(brand).map(stored::withTouchpoints));
    }

    /** What {@code document} may change, locked until the transaction ends. */
    Uni<StoredCatalogue> locked(String brand, CatalogueDocument document) {
        return channels.locked(brand)
                .map(StoredCatalogue.NOTHING::withChannels)
                .chain(stored -> partners(brand, document).map(stored::withPartners))
                .chain(stored -> touchpoints.locked(brand).map(stored::withTouchpoints));
    }

    private Uni<List<PartnerEntity>> partners(String brand, CatalogueDocument document) {
        if (document.partners() == null || document.partners().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var codes = document.partners().stream().map(PartnerDefinition::code).toList();
        return partners.locked(brand, codes);
    }
}
