package io.ressenti.touchpoint.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A partner as it shall be.
 *
 * @param code    may be left out; otherwise the same as in the path
 * @param contact whom to turn to; may be left out
 */
record PutPartnerRequest(
        String code,

        @NotNull(message = Codes.NAME_RULE) @Size(min = 1, max = 200, message = Codes.NAME_RULE)
        String name,

        @Size(max = 500, message = "A contact is at most 500 characters.")
        String contact) {}
