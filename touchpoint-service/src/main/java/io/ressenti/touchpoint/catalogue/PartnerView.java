package io.ressenti.touchpoint.catalogue;

/** A partner as it is shown; one that an event named first has no name until somebody gives it one. */
record PartnerView(String code, String name, String contact) {

    static PartnerView of(PartnerEntity partner) {
        return new PartnerView(partner.key.code(), partner.name, partner.contact);
    }
}
