package io.ressenti.feedback.collection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer said, as a client application sends it. */
@RegisterForReflection(targets = {RecordFeedbackRequest.class, AnswerRequest.class})
@Schema(requiredProperties = {"occurredAt", "customer", "touchpoint", "channel"})
record RecordFeedbackRequest(
        @Schema(
                description = "The client's identifier; source and id together count once. May stand in the header"
                        + " Idempotency-Key instead",
                examples = "r-8")
        String id,

        @Schema(
                description =
                        "Which application sends it; the key's or token's name where an Idempotency-Key is sent and"
                                + " no source",
                examples = "survey")
        String source,

        @Schema(description = "When the customer answered", examples = "2018-01-20T09:00:00Z")
        Instant occurredAt,

        @Schema(description = "The brand's own identifier of the customer", examples = "c-42", maxLength = 256)
        String customer,

        @Schema(description = "The order, visit or case that it is about", examples = "o-17")
        String journeyId,

        @Schema(description = "Code in the journey catalogue", examples = "order-delivered")
        String touchpoint,

        @Schema(description = "How the answer came in", examples = "EMAIL")
        String channel,

        @Schema(description = "The partner that ran the touchpoint", examples = "seller-9")
        String partner,

        @Schema(description = "1 to 50 answers; none where there is a comment", maxItems = 50)
        List<AnswerRequest> answers,

        @Schema(description = "What the customer wrote", maxLength = 10_000)
        String comment,

        @Schema(description = "BCP 47 tag of the comment's language", examples = "pt")
        String language) {

    /**
     * The request with the id that the header {@code Idempotency-Key} names, where it was sent.
     *
     * @param application who sends it: the source, where the body names none, so that applications never share a key
     * @throws ProblemException 422 where the body names another id
     */
    RecordFeedbackRequest identifiedBy(String idempotencyKey, String application) {
        if (idempotencyKey == null) {
            return this;
        }
        if (id != null && !id.equals(idempotencyKey)) {
            throw new ProblemException(Problem.invalid(
                    "/id",
                    "The id is not the one in the header Idempotency-Key. Send one of them, or the same in both."));
        }
        return with(idempotencyKey, source == null ? application : source, occurredAt);
    }

    /**
     * The request with the id and source that its address names.
     *
     * @param addressed   the source that the address names; null where it names none
     * @param application who sends it: the source, where neither the address nor the body names one
     * @throws ProblemException 422 where the body names others
     */
    RecordFeedbackRequest addressedTo(String addressed, String addressedId, String application) {
        if (id != null && !id.equals(addressedId)) {
            throw new ProblemException(
                    Problem.invalid("/id", "The id is not the one in the address. Leave it out, or send the same."));
        }
        if (addressed != null && source != null && !source.equals(addressed)) {
            throw new ProblemException(Problem.invalid(
                    "/source", "The source is not the one in the address. Leave it out, or send the same."));
        }
        var named = addressed == null ? source : addressed;
        return with(addressedId, named == null ? application : named, occurredAt);
    }

    /** The request with the time of what it amends, where it names none. */
    RecordFeedbackRequest occurredAtOr(Instant first) {
        return occurredAt == null ? with(id, source, first) : this;
    }

    private RecordFeedbackRequest with(String id, String source, Instant occurredAt) {
        return new RecordFeedbackRequest(
                id, source, occurredAt, customer, journeyId, touchpoint, channel, partner, answers, comment, language);
    }
}
