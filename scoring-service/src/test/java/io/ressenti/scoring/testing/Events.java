package io.ressenti.scoring.testing;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Believable events, as the services before this one publish them. */
public final class Events {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Events() {}

    public static TouchpointRecorded touchpoint(
            String brand, String id, String customer, Instant at, Outcome outcome, PromiseMeasured... promises) {
        return new TouchpointRecorded(
                id,
                "courier-app",
                brand,
                customer,
                "order-" + customer,
                "order-delivered",
                1L,
                Stage.ACCESS,
                "COURIER",
                "seller-9",
                at,
                null,
                null,
                at.plusSeconds(1),
                outcome,
                Map.of(),
                List.of(promises),
                Map.of(),
                null);
    }

    public static FeedbackRecorded feedback(String brand, String id, String customer, Instant at, Answer... answers) {
        return feedback(brand, id, customer, at, null, answers);
    }

    public static FeedbackRecorded feedback(
            String brand, String id, String customer, Instant at, String partner, Answer... answers) {
        return new FeedbackRecorded(
                id,
                "survey",
                brand,
                customer,
                "order-" + customer,
                "order-review",
                Stage.DEBRIEF,
                "EMAIL",
                partner,
                at,
                at.plusSeconds(1),
                List.of(answers),
                "a comment",
                "en",
                null);
    }

    public static Answer nps(int value) {
        return rating(AnswerType.NPS, value, 10);
    }

    public static Answer csat(int value) {
        return rating(AnswerType.CSAT, value, 5);
    }

    public static Answer rating(AnswerType type, int value, int scale) {
        return new Answer(type, value, scale, Polarity.HIGHER_IS_BETTER, null, null);
    }

    public static Answer lowerIsBetter(AnswerType type, int value, int scale) {
        return new Answer(type, value, scale, Polarity.LOWER_IS_BETTER, null, null);
    }

    public static Answer emotion(Emotion emotion) {
        return new Answer(AnswerType.EMOTION, null, null, null, emotion, null);
    }

    public static Answer text(String text) {
        return new Answer(AnswerType.TEXT, null, null, null, null, text);
    }

    /** Promised 0 hours late, forgiven up to 72. */
    public static PromiseMeasured delay(double hours) {
        return PromiseMeasured.of("delayHours", hours, 0, 72, null);
    }
}
