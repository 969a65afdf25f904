package io.ressenti.touchpoint.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Who runs touchpoints in the brand's name. One that an event named first has nothing but its code until somebody describes it.
 *
 * @param code             may be left out where the path says it; otherwise the same
 * @param accountableBrand who answers for the partner before the customer
 * @param contact          whom to turn to, in free words
 * @param email            where to write to
 * @param phone            where to call
 */
record PartnerDefinition(
        @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE)
        String code,

        @NotNull(message = Codes.NAME_RULE) @Size(min = 1, max = 200, message = Codes.NAME_RULE)
        String name,

        @Size(min = 1, max = 200, message = Codes.NAME_RULE) String accountableBrand,

        @Size(max = 500, message = "A contact is at most 500 characters.")
        String contact,

        @Size(max = 254, message = "An e-mail address is at most 254 characters.")
        @Pattern(regexp = Codes.EMAIL, message = Codes.EMAIL_RULE)
        String email,

        @Pattern(regexp = Codes.PHONE, message = Codes.PHONE_RULE)
        String phone)
        implements Definition<PartnerDefinition> {

    @Override
    public PartnerDefinition withCode(String code) {
        return new PartnerDefinition(code, name, accountableBrand, contact, email, phone);
    }
}
