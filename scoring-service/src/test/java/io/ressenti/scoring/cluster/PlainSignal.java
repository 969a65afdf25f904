package io.ressenti.scoring.cluster;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A signal as docs/scoring.md has it, worked out without a line of the service's code.
 *
 * @param question  what a rating may be added up with, {@code CSAT:5} for instance; null where nothing was rated
 * @param rating    on its own scale, higher is better
 */
record PlainSignal(
        String customer,
        Map<String, String> place,
        Instant at,
        int ordinal,
        double value,
        boolean stated,
        boolean dissatisfied,
        String question,
        int rating) {

    private static final int DISSATISFIED_BELOW = 40;

    static List<PlainSignal> of(TouchpointRecorded event) {
        List<PlainSignal> signals = new ArrayList<>();
        var place = place(event.touchpoint(), event.stage().name(), event.channel(), event.partner());
        if (event.outcome() != Outcome.SUCCESS) {
            signals.add(observed(event, place, 0, event.outcome() == Outcome.FAILURE ? 0 : 25));
        }
        for (int i = 0; i < event.promises().size(); i++) {
            signals.add(observed(event, place, i + 1, kept(event.promises().get(i))));
        }
        return signals;
    }

    static List<PlainSignal> of(FeedbackRecorded event) {
        List<PlainSignal> signals = new ArrayList<>();
        var place = place(event.touchpoint(), event.stage().name(), event.channel(), event.partner());
        for (int i = 0; i < event.answers().size(); i++) {
            var answer = event.answers().get(i);
            switch (answer.type()) {
                case TEXT -> {}
                case EMOTION -> {
                    var value =
                            switch (answer.emotion()) {
                                case HAPPY -> 100;
                                case SURPRISED -> 75;
                                case NEUTRAL -> 50;
                                case FRUSTRATED -> 15;
                                case DISAPPOINTED -> 10;
                            };
                    signals.add(new PlainSignal(
                            event.customer(), place, event.occurredAt(), i, value, true, value < 40, null, 0));
                }
                case NPS, CSAT, STARS, CES -> signals.add(rated(event, place, i, answer));
            }
        }
        return signals;
    }

    private static PlainSignal observed(
            TouchpointRecorded event, Map<String, String> place, int ordinal, double value) {
        return new PlainSignal(
                event.customer(),
                place,
                event.occurredAt(),
                ordinal,
                value,
                false,
                value < DISSATISFIED_BELOW,
                null,
                0);
    }

    private static PlainSignal rated(FeedbackRecorded event, Map<String, String> place, int ordinal, Answer answer) {
        var nps = answer.type() == AnswerType.NPS;
        int low = nps ? 0 : 1;
        int high = nps ? 10 : answer.scale();
        var rating = answer.polarity() == Polarity.LOWER_IS_BETTER ? low + high - answer.value() : answer.value();
        var value = 100.0 * (rating - low) / (high - low);
        return new PlainSignal(
                event.customer(),
                place,
                event.occurredAt(),
                ordinal,
                value,
                true,
                nps ? rating <= 6 : value < DISSATISFIED_BELOW,
                nps ? "NPS" : answer.type() + ":" + high,
                rating);
    }

    private static double kept(PromiseMeasured promise) {
        if (promise.value() <= promise.limit()) {
            return 100;
        }
        return Math.max(0, 100 * (1 - (promise.value() - promise.limit()) / promise.tolerance()));
    }

    private static Map<String, String> place(String touchpoint, String stage, String channel, String partner) {
        return Map.of(
                "touchpoint",
                touchpoint,
                "stage",
                stage,
                "channel",
                channel,
                "partner",
                partner == null ? "-" : partner);
    }
}
