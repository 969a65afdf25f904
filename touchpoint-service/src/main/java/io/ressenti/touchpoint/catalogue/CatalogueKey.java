package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.Embeddable;

/**
 * What identifies a row of a brand's catalogue.
 *
 * @param brand the brand, from the caller's credentials
 * @param code  the code, unique within the brand
 */
@Embeddable
record CatalogueKey(String brand, String code) {}
