package io.ressenti.touchpoint.catalogue.model;

/** Who runs a touchpoint. The brand answers for it either way. */
public enum Owner {
    BRAND,
    PARTNER
}
