package io.ressenti.cli.demo;

import io.ressenti.cli.client.AnswerGiven;
import io.ressenti.contracts.Emotion;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a touchpoint went for the customer, and so how they answer. */
enum Mood {
    DELIGHTED,
    CONTENT,
    LET_DOWN;

    /** Marks and emotion that go together. */
    List<AnswerGiven> satisfaction(RandomGenerator random) {
        return switch (this) {
            case DELIGHTED -> List.of(AnswerGiven.csat(5, 5), AnswerGiven.emotion(Emotion.HAPPY));
            case CONTENT -> List.of(AnswerGiven.csat(4, 5));
            case LET_DOWN ->
                List.of(
                        AnswerGiven.csat(random.nextInt(1, 3), 5),
                        AnswerGiven.emotion(random.nextBoolean() ? Emotion.DISAPPOINTED : Emotion.FRUSTRATED));
        };
    }

    /** How easy it was made. */
    List<AnswerGiven> effort(RandomGenerator random) {
        return switch (this) {
            case DELIGHTED -> List.of(AnswerGiven.ces(7));
            case CONTENT -> List.of(AnswerGiven.ces(random.nextInt(5, 7)));
            case LET_DOWN -> List.of(AnswerGiven.ces(random.nextInt(1, 3)), AnswerGiven.emotion(Emotion.FRUSTRATED));
        };
    }

    /** Whether they would recommend the brand. */
    List<AnswerGiven> recommendation(RandomGenerator random) {
        return switch (this) {
            case DELIGHTED -> List.of(AnswerGiven.nps(random.nextInt(9, 11)));
            case CONTENT -> List.of(AnswerGiven.nps(random.nextInt(7, 10)));
            case LET_DOWN -> List.of(AnswerGiven.nps(random.nextInt(0, 7)));
        };
    }
}
