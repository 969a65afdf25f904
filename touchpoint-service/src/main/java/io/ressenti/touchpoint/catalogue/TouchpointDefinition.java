package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.problem.Violation;
import io.ressenti.touchpoint.catalogue.model.Owner;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * One kind of encounter.
 *
 * @param code     may be left out where the path says it; otherwise the same
 * @param names    display names by language tag; none by default
 * @param channels the channels on which it is met
 * @param promises none by default; those about the same measure are its versions, one after the other
 * @param owner    {@code BRAND} by default
 * @param partner  who runs it where an event names nobody; only where a partner owns it
 */
@RegisterForReflection // kept as JSON
record TouchpointDefinition(
        @Pattern(regexp = Codes.TOUCHPOINT, message = Codes.TOUCHPOINT_RULE)
        String code,

        @NotNull(
                message =
                        "The stage is missing. Send one of DISCOVERY, EVALUATION, PURCHASE, ACCESS, USAGE, SUPPORT, DEBRIEF.")
        Stage stage,

        @Size(max = 50, message = "At most 50 names.")
        Map<
                        @Pattern(regexp = Codes.LANGUAGE, message = Codes.LANGUAGE_RULE) String,
                        @NotNull(message = Codes.NAME_RULE) @Size(min = 1, max = 200, message = Codes.NAME_RULE) String>
                names,

        @NotEmpty(message = "Name at least one channel on which the touchpoint is met.")
        @Size(max = 50, message = "At most 50 channels.")
        List<
                        @NotNull(message = Codes.CHANNEL_RULE)
                        @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String>
                channels,

        @Size(max = MOST_PROMISES, message = "At most " + MOST_PROMISES + " promises, all versions counted.")
        List<@NotNull(message = "A promise is missing here. Remove the null.") @Valid PromiseDefinition> promises,

        Owner owner,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE)
        String partner)
        implements Definition<TouchpointDefinition> {

    /** Events look through all of them. */
    static final int MOST_PROMISES = 500;

    TouchpointDefinition {
        names = Texts.of(names);
        channels = channels == null ? null : channels.stream().distinct().toList();
        promises = promises == null ? List.of() : promises;
        owner = owner == null ? Owner.BRAND : owner;
    }

    @Override
    public TouchpointDefinition withCode(String code) {
        return new TouchpointDefinition(code, stage, names, channels, promises, owner, partner);
    }

    @Override
    public List<Violation> breaches() {
        var breaches = PromiseRules.check(promises);
        if (partner != null && owner != Owner.PARTNER) {
            breaches.add(new Violation(
                    "/partner",
                    "Only a touchpoint with the owner PARTNER has a partner. Set the owner, or leave it out."));
        }
        return breaches;
    }

    /** The promises; only where this keeps the rules. */
    List<Promise> promisesMade() {
        return promises.stream().map(PromiseDefinition::promise).toList();
    }

    /** The same with other promises. */
    TouchpointDefinition promising(List<Promise> others) {
        var definitions = others.stream().map(PromiseDefinition::of).toList();
        return new TouchpointDefinition(code, stage, names, channels, definitions, owner, partner);
    }
}
