package io.ressenti.bench.scoring;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the customers of a large brand do and say: four visits of a touchpoint for each set of answers. Two visits in five measure
 * a promise, one in twenty fails; answers hold one to three ratings. A tenth arrives up to six hours late, the rest in order. The
 * same number is always the same event.
 *
 * @param run   begins every id and customer: another run, other events
 * @param begin event time of the first
 * @param apart between one and the next
 */
record Visits(String run, Instant begin, Duration apart) {

    static final int CUSTOMERS = 100_000;
    static final int TOUCHPOINTS = 200;
    static final int PARTNERS = 50;
    static final String BRAND = "demo";

    private static final List<String> CHANNELS = List.of("WEB", "APP", "STORE", "EMAIL", "COURIER");
    private static final Stage[] STAGES = Stage.values();
    private static final Emotion[] EMOTIONS = Emotion.values();
    private static final int ANSWERS_EVERY = 5;
    private static final int LATE_SECONDS = 6 * 3600;
    private static final double LIMIT_HOURS = 24;
    private static final double TOLERANCE_HOURS = 72;

    /** Events that happen {@code apart} each other, the last of {@code count} now. */
    static Visits untilNow(String run, long count, Duration window) {
        return new Visits(run, Instant.now().minus(window), window.dividedBy(count));
    }

    /** The event of that number. */
    Event event(long number) {
        return event(number, received(number));
    }

    /** The event of that number, received at that moment. */
    Event event(long number, Instant receivedAt) {
        var random = new SplittableRandom(number);
        var touchpoint = skewed(random, TOUCHPOINTS);
        var late = random.nextInt(10) == 0 ? random.nextInt(LATE_SECONDS) : random.nextInt(5);
        var visit = new Visit(number, touchpoint, receivedAt.minusSeconds(late), receivedAt, random);
        return number % ANSWERS_EVERY == 0 ? answers(visit) : encounter(visit);
    }

    /** Whether the event of that number is a set of answers. */
    static boolean isAnswers(long number) {
        return number % ANSWERS_EVERY == 0;
    }

    static Stage stage(int touchpoint) {
        return STAGES[touchpoint % STAGES.length];
    }

    private record Visit(long number, int touchpoint, Instant occurredAt, Instant receivedAt, SplittableRandom random) {

        String code() {
            return "touchpoint-%03d".formatted(touchpoint);
        }

        /** Each touchpoint is on two channels. */
        String channel() {
            return CHANNELS.get((touchpoint + random.nextInt(2)) % CHANNELS.size());
        }

        /** Every other touchpoint is run by partners. */
        String partner() {
            return touchpoint % 2 == 0 ? null : "partner-%02d".formatted(skewed(random, PARTNERS));
        }
    }

    private TouchpointRecorded encounter(Visit visit) {
        var random = visit.random;
        List<PromiseMeasured> promises = new ArrayList<>();
        Map<String, Double> measures = Map.of();
        if (random.nextInt(5) < 2) {
            var hours = Math.round(random.nextDouble() * 600) / 10.0;
            measures = Map.of("delayHours", hours);
            promises.add(PromiseMeasured.of("delayHours", hours, LIMIT_HOURS, TOLERANCE_HOURS, "h"));
        }
        return new TouchpointRecorded(
                "%s-%d".formatted(run, visit.number),
                "courier-app",
                BRAND,
                customer(random),
                "%s-j%d".formatted(run, visit.number),
                visit.code(),
                3L,
                stage(visit.touchpoint),
                visit.channel(),
                visit.partner(),
                visit.occurredAt,
                null,
                visit.receivedAt,
                visit.receivedAt,
                random.nextInt(20) == 0 ? Outcome.FAILURE : Outcome.SUCCESS,
                measures,
                promises,
                Map.of("state", "SP", "city", "sao paulo", "app", "courier 4.12"),
                null);
    }

    private FeedbackRecorded answers(Visit visit) {
        var random = visit.random;
        List<Answer> answers = new ArrayList<>();
        answers.add(rating(AnswerType.CSAT, 1 + skewedHigh(random, 5), 5));
        if (random.nextInt(2) == 0) {
            answers.add(rating(AnswerType.NPS, skewedHigh(random, 11), 10));
        }
        if (random.nextInt(2) == 0) {
            var emotion = EMOTIONS[random.nextInt(EMOTIONS.length)];
            answers.add(new Answer(AnswerType.EMOTION, null, null, null, emotion, null));
        }
        return new FeedbackRecorded(
                "%s-%d".formatted(run, visit.number),
                "survey",
                BRAND,
                customer(random),
                "%s-j%d".formatted(run, visit.number),
                visit.code(),
                stage(visit.touchpoint),
                visit.channel(),
                visit.partner(),
                visit.occurredAt,
                visit.receivedAt,
                answers,
                random.nextInt(4) == 0 ? "It took longer than I was told, but they were kind." : null,
                null,
                null);
    }

    private static Answer rating(AnswerType type, int value, int scale) {
        return new Answer(type, value, scale, Polarity.HIGHER_IS_BETTER, null, null);
    }

    private String customer(SplittableRandom random) {
        return "c-%06d".formatted(random.nextInt(CUSTOMERS));
    }

    private Instant received(long number) {
        return begin.plus(apart.multipliedBy(number)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Small numbers more often than large ones: the first quarter gets half. */
    private static int skewed(SplittableRandom random, int bound) {
        var share = random.nextDouble();
        return (int) (share * share * bound);
    }

    private static int skewedHigh(SplittableRandom random, int bound) {
        return bound - 1 - skewed(random, bound);
    }
}
