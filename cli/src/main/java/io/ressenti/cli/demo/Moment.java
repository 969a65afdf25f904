package io.ressenti.cli.demo;

import io.ressenti.cli.client.AnswerGiven;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.contracts.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that happens to a customer, before it has a time and an id. */
sealed interface Moment {

    /**
     * The customer meets the brand.
     *
     * @param partner who runs it; null where the brand does
     */
    record Met(String touchpoint, String channel, String partner, Outcome outcome, Map<String, Double> measures)
            implements Moment {}

    /**
     * The customer says something.
     *
     * @param comment null where they give marks only
     */
    record Said(
            String touchpoint,
            String channel,
            String partner,
            List<AnswerGiven> answers,
            String comment,
            String language)
            implements Moment {}

    /** The event that a client application would send. */
    default ClientEvent asEvent(String id, String customer, String journeyId, Instant at) {
        return switch (this) {
            case Met met ->
                new TouchpointEvent(
                        id,
                        "demo",
                        at,
                        customer,
                        journeyId,
                        met.touchpoint,
                        met.channel,
                        met.partner,
                        met.outcome,
                        met.measures,
                        Map.of());
            case Said said ->
                new FeedbackEvent(
                        id,
                        "demo",
                        at,
                        customer,
                        journeyId,
                        said.touchpoint,
                        said.channel,
                        said.partner,
                        said.answers,
                        said.comment,
                        said.language);
        };
    }
}
