package io.ressenti.notification.rule;

import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.notification.alert.model.AlertKey;
import io.ressenti.notification.alert.model.Evidence;
import io.ressenti.notification.alert.model.FactKey;
import io.ressenti.notification.alert.model.Finding;
import java.time.temporal.ChronoUnit;

/** Which rule an event makes fire, and about what. */
public final class Rules {

    /** A signal shows dissatisfaction: about the customer's journey, or the customer where the event names no journey. */
    public static final String DISSATISFIED_SIGNAL = "dissatisfied-signal";

    /** A customer's score fell into the band "at risk": about the customer as a whole. */
    public static final String CUSTOMER_AT_RISK = "customer-at-risk";

    private Rules() {}

    /** What {@code event} means to a lead. */
    public static Finding find(DissatisfactionEvent event) {
        return switch (event) {
            case SignalDissatisfied signal ->
                finding(signal, DISSATISFIED_SIGNAL, signal.journeyId(), signal.value(), signal.emotion());
            case CustomerAtRisk risk -> finding(risk, CUSTOMER_AT_RISK, null, risk.scoreAfter(), null);
        };
    }

    private static Finding finding(
            DissatisfactionEvent event, String rule, String journeyId, double value, Emotion emotion) {
        return new Finding(
                new AlertKey(event.brand(), rule, event.customer(), journeyId),
                event.identifier(),
                new Evidence(
                        event.touchpoint(),
                        event.stage(),
                        event.channel(),
                        event.partner(),
                        value,
                        emotion,
                        event.cause(),
                        event.occurredAt().truncatedTo(ChronoUnit.MICROS)),
                event.scoreBefore(),
                event.scoreAfter(),
                event.receivedAt(),
                new FactKey(event.source(), event.id()));
    }
}
