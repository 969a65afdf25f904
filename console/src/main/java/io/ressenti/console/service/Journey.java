package io.ressenti.console.service;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;

/** What a customer lived through, oldest first; {@code next} is null on the last page. */
public record Journey(List<Item> items, String next) {

    public Journey {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** Whether the brand met the customer or the customer answered. */
    public enum Kind {
        TOUCHPOINT,
        FEEDBACK
    }

    /** One moment. {@code outcome} and {@code promises} belong to a touchpoint, {@code answers} and {@code comment} to feedback. */
    public record Item(
            Kind kind,
            String id,
            String source,
            Instant occurredAt,
            String journeyId,
            String touchpoint,
            Stage stage,
            String channel,
            String partner,
            Outcome outcome,
            List<PromiseMeasured> promises,
            List<Answer> answers,
            String comment,
            String language) {

        public Item {
            promises = promises == null ? List.of() : List.copyOf(promises);
            answers = answers == null ? List.of() : List.copyOf(answers);
        }
    }
}
