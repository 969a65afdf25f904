package io.ressenti.cli.client;

import java.time.Instant;
import java.util.List;

/**
 * A customer answered: the body of {@code POST /api/v1/feedback}.
 *
 * @param comment  what they wrote; null where they wrote nothing
 * @param language BCP 47 tag of the comment's language
 */
public record FeedbackEvent(
        String id,
        String source,
        Instant occurredAt,
        String customer,
        String journeyId,
        String touchpoint,
        String channel,
        String partner,
        List<AnswerGiven> answers,
        String comment,
        String language)
        implements ClientEvent {

    public FeedbackEvent {
        answers = List.copyOf(answers);
    }
}
