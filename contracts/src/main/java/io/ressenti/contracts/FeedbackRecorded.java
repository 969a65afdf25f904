package io.ressenti.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A customer answered.
 *
 * @param stage    the touchpoint's stage in the catalogue
 * @param comment  what the customer wrote, in {@code language}; null where they wrote nothing. Never logged
 * @param language BCP 47 tag of the comment's language; null where unknown
 * @param revision how often the answers were amended, of which the highest counts; null where they stand as first stated
 */
public record FeedbackRecorded(
        String id,
        String source,
        String brand,
        String customer,
        String journeyId,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        Instant occurredAt,
        Instant receivedAt,
        List<Answer> answers,
        String comment,
        String language,
        Integer revision)
        implements Event {

    public FeedbackRecorded {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    @Override
    public String subject() {
        return customer;
    }
}
