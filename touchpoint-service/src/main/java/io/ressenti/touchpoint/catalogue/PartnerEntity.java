package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A partner's row. */
@Entity
@Table(name = "partner")
class PartnerEntity {

    @EmbeddedId
    CatalogueKey key;

    String name;

    String contact;
}
