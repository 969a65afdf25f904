package io.ressenti.notification.delivery.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Outcome;

/**
 * Why the alert's worst signal is a bad one, without the client's ids and without what was written: one of the three is there, unless
 * a later version has written a cause of another kind.
 *
 * @param answer  the answer that was given
 * @param promise the promise that was broken
 * @param outcome the outcome that was reported
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MailedCause(MailedAnswer answer, MailedPromise promise, Outcome outcome) {

    /**
     * An answer, as far as it is a number.
     *
     * @param value the rating; null where there is none
     * @param scale the scale's upper end; null where there is no rating
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MailedAnswer(AnswerType type, Integer value, Integer scale) {}

    /**
     * What was promised, and what was measured.
     *
     * @param unit the unit of both; null where the catalogue names none
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MailedPromise(String measure, double value, double limit, String unit) {}
}
