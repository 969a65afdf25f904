package io.ressenti.feedback.collection;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;

/** What a customer said, as it is kept. */
record FeedbackView(
        String id,
        String source,
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
        String language) {}
