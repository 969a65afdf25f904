package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Stage;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.catalogue.model.Owner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A touchpoint as it shall be.
 *
 * @param code     may be left out; otherwise the same as in the path
 * @param names    display names by language tag; none by default
 * @param channels the channels on which it is met
 * @param promises none by default
 * @param owner    {@code BRAND} by default
 */
record PutTouchpointRequest(
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

        @Size(max = 50, message = "At most 50 promises.")
        List<@NotNull(message = "A promise is missing here. Remove the null.") @Valid PromiseRequest> promises,

        Owner owner) {

    PutTouchpointRequest {
        names = names == null ? Map.of() : names;
        promises = promises == null ? List.of() : promises;
        owner = owner == null ? Owner.BRAND : owner;
    }

    /** What validation cannot say with the right place. */
    void checkOnePromisePerMeasure() {
        if (promises.stream().map(PromiseRequest::measure).distinct().count() < promises.size()) {
            throw new ProblemException(
                    Problem.invalid("/promises", "Two promises are about the same measure. Keep one per measure."));
        }
    }

    List<String> distinctChannels() {
        return channels.stream().distinct().toList();
    }

    Promises promisesMade() {
        return new Promises(promises.stream().map(PromiseRequest::made).toList());
    }
}
