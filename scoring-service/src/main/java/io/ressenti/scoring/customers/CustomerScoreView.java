package io.ressenti.scoring.customers;

import io.ressenti.contracts.Band;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;

/**
 * How a customer stands.
 *
 * @param customer    the identifier that was asked for
 * @param person      the identifier that stands for the person
 * @param identifiers all that the person is known by
 * @param experienced decayed mean of the signals' values, 0–100
 * @param remembered  half peak, half end, 0–100
 * @param n           how many signals
 * @param effectiveN  how many equally weighted signals would be as firm a ground
 * @param trend       {@code experienced} against 30 days before, in points; null where there was no signal yet
 * @param signals     the newest first, 100 at most
 */
record CustomerScoreView(
        String customer,
        String person,
        List<String> identifiers,
        double experienced,
        double remembered,
        Band band,
        long n,
        double effectiveN,
        Double trend,
        Instant asOf,
        List<SignalView> signals) {

    /** One thing that an event said about the customer's experience. */
    record SignalView(
            String eventId,
            String source,
            String touchpoint,
            Stage stage,
            String channel,
            String partner,
            String journeyId,
            Instant occurredAt,
            SignalKind kind,
            double value,
            Emotion emotion,
            boolean dissatisfied) {}
}
