package io.ressenti.touchpoint.journey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a customer's timeline, as it is kept and shown. Lines that were kept by a younger version may hold more.
 *
 * @param outcome  of a touchpoint; null for feedback
 * @param promises the promises that were measured, each beside its value
 * @param answers  of feedback
 * @param comment  of feedback; null where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record JourneyEntry(
        Kind kind,
        String id,
        String source,
        Instant occurredAt,
        Instant receivedAt,
        String journeyId,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        Outcome outcome,
        Map<String, Double> measures,
        List<PromiseMeasured> promises,
        List<Answer> answers,
        String comment,
        String language) {

    /** What a line tells of. */
    enum Kind {
        TOUCHPOINT,
        FEEDBACK
    }

    static JourneyEntry of(TouchpointRecorded event) {
        return new JourneyEntry(
                Kind.TOUCHPOINT,
                event.id(),
                event.source(),
                event.occurredAt(),
                event.receivedAt(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                event.outcome(),
                event.measures(),
                event.promises(),
                List.of(),
                null,
                null);
    }

    static JourneyEntry of(FeedbackRecorded event) {
        return new JourneyEntry(
                Kind.FEEDBACK,
                event.id(),
                event.source(),
                event.occurredAt(),
                event.receivedAt(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                null,
                Map.of(),
                List.of(),
                event.answers(),
                event.comment(),
                event.language());
    }
}
