package io.ressenti.feedback.collection;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ressenti.contracts.AnswerType;
import io.ressenti.feedback.collection.model.AnswerValue;
import io.ressenti.feedback.collection.model.GivenAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One answer in a request. Which values, scales and labels are allowed depends on the type. */
record AnswerRequest(
        @Schema(description = "The kind of question", required = true)
        AnswerType type,

        @JsonDeserialize(using = AnswerValueDeserializer.class)
        @Schema(description = "What was answered", required = true)
        AnswerValue value,

        @Schema(description = "CSAT: 3, 4, 5, 7 or 10; STARS: 2 to 10; 5 where left out")
        Integer scale,

        @Schema(description = "EMOTION: a free word beside it")
        String label) {

    GivenAnswer toModel() {
        return new GivenAnswer(type, value, scale, label);
    }
}
