package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A partner's row. */
@Entity
@Table(name = "partner")
class PartnerEntity extends CatalogueEntity<PartnerDefinition> {

    String name;

    @Column(name = "accountable_brand")
    String accountableBrand;

    String contact;

    String email;

    String phone;

    @Override
    PartnerDefinition definition() {
        return new PartnerDefinition(key.code(), name, accountableBrand, contact, email, phone);
    }

    @Override
    void define(PartnerDefinition definition) {
        name = definition.name();
        accountableBrand = definition.accountableBrand();
        contact = definition.contact();
        email = definition.email();
        phone = definition.phone();
    }
}
