package io.ressenti.feedback.collection;

import io.ressenti.contracts.Answer;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What feedback said at one time: the part of it that can be amended. */
record RevisionView(
        @Schema(description = "0 as first stated, one more with each amendment")
        int revision,

        @Schema(description = "How this revision came in") String channel,

        @Schema(description = "When the customer answered, by this revision")
        Instant occurredAt,

        @Schema(description = "When this revision came in here")
        Instant receivedAt,

        @Schema(description = "What was answered") List<Answer> answers,

        @Schema(description = "What the customer wrote", nullable = true)
        String comment,

        @Schema(description = "BCP 47 tag of the comment's language", nullable = true)
        String language) {}
