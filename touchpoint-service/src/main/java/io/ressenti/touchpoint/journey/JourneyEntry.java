package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.touchpoint.journey.model.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a timeline, as it is shown.
 *
 * @param occurredAt       event time, by which lines are sorted
 * @param clientOccurredAt what the client's clock said, where that was so wrong that it was corrected; null otherwise
 * @param outcome          of a touchpoint; null for feedback
 * @param promises         the promises that were measured, each beside its value
 * @param answers          of feedback
 * @param comment          of feedback; null where there is none
 * @param revision         how often feedback was amended; null for a touchpoint
 */
record JourneyEntry(
        Kind kind,
        String id,
        String source,
        String customer,
        Instant occurredAt,
        Instant clientOccurredAt,
        Instant receivedAt,
        String journeyId,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        Outcome outcome,
        Map<String, Double> measures,
        List<PromiseMeasured> promises,
        Map<String, String> attributes,
        String variant,
        List<Answer> answers,
        String comment,
        String language,
        Integer revision) {

    /** @param customer whose it is; lines of an older version do not say so themselves */
    static JourneyEntry of(String customer, TouchpointRecorded event) {
        return new JourneyEntry(
                Kind.TOUCHPOINT,
                event.id(),
                event.source(),
                customer,
                event.occurredAt(),
                event.clientOccurredAt(),
                event.receivedAt(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                event.outcome(),
                event.measures(),
                event.promises(),
                event.attributes(),
                event.variant(),
                List.of(),
                null,
                null,
                null);
    }

    static JourneyEntry of(String customer, FeedbackRecorded event) {
        return new JourneyEntry(
                Kind.FEEDBACK,
                event.id(),
                event.source(),
                customer,
                event.occurredAt(),
                null,
                event.receivedAt(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                null,
                Map.of(),
                List.of(),
                Map.of(),
                null,
                event.answers(),
                event.comment(),
                event.language(),
                event.revision() == null ? 0 : event.revision());
    }
}
