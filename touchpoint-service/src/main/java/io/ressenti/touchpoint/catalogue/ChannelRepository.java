package io.ressenti.touchpoint.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

/** Channels. */
@ApplicationScoped
class ChannelRepository extends CatalogueRepository<ChannelEntity> {

    ChannelRepository() {
        super("true");
    }
}
