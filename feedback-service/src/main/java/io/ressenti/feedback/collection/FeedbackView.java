package io.ressenti.feedback.collection;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer said, as it is kept. */
record FeedbackView(
        @Schema(description = "The client's identifier") String id,

        @Schema(description = "The application that sent it")
        String source,

        @Schema(description = "The brand's own identifier of the customer")
        String customer,

        @Schema(description = "The order, visit or case that it is about", nullable = true)
        String journeyId,

        @Schema(description = "Code in the journey catalogue")
        String touchpoint,

        @Schema(description = "The touchpoint's stage when the feedback came in")
        Stage stage,

        @Schema(description = "How the answer came in") String channel,

        @Schema(description = "The partner that ran the touchpoint; null where the brand did", nullable = true)
        String partner,

        @Schema(description = "When the customer answered") Instant occurredAt,

        @Schema(description = "When it first came in here") Instant receivedAt,

        @Schema(description = "How often it was amended", examples = "0")
        int revision,

        @Schema(description = "When it was last amended; null where it stands as first stated", nullable = true)
        Instant amendedAt,

        @Schema(description = "What was answered; empty where there is only a comment")
        List<Answer> answers,

        @Schema(description = "What the customer wrote", nullable = true)
        String comment,

        @Schema(description = "BCP 47 tag of the comment's language", nullable = true)
        String language) {}
