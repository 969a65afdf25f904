package io.ressenti.scoring.cluster;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.scoring.cluster.History.Disturbance;
import io.ressenti.scoring.cluster.History.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random histories: few customers, places and ids, so that versions of one event meet, customers are merged in circles, and
 * erasures come before and after what they make void. No two versions of an event are received at the same time: which of those
 * counts is nobody's business but the service's.
 */
final class Histories {

    static final List<String> CUSTOMERS = List.of("c-0", "c-1", "c-2", "c-3", "c-4");

    static final int STEPS = 4;

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final int EVENTS = 70;
    private static final int IDS = 40;
    private static final double RECEIVED_TWICE = 0.4;

    private final Random random;
    private final String brand;
    private int made;

    private Histories(Random random, String brand) {
        this.random = random;
        this.brand = brand;
    }

    /** A history of {@code brand}, a function of {@code random}. */
    static History of(Random random, String brand) {
        return new Histories(random, brand).history();
    }

    private History history() {
        var events = IntStream.range(0, EVENTS).mapToObj(i -> event()).toList();
        List<Event> published = new ArrayList<>(events);
        events.stream().filter(event -> random.nextDouble() < RECEIVED_TWICE).forEach(published::add);
        Collections.shuffle(published, random);
        var size = published.size() / STEPS + 1;
        return new History(
                brand,
                IntStream.range(0, STEPS)
                        .mapToObj(step -> new Step(
                                published.subList(step * size, Math.min((step + 1) * size, published.size())),
                                oneOf(Disturbance.values())))
                        .toList());
    }

    private Event event() {
        made++;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> touchpoint();
            case 4, 5, 6, 7 -> feedback();
            case 8 -> new CustomersMerged("m-" + made, "crm", brand, customer(), customer(), received(), received());
            default ->
                random.nextInt(3) == 0
                        ? new CustomerErased("x-" + made, "crm", brand, customer(), received(), received())
                        : new CustomersUnmerged("u-" + made, "crm", brand, customer(), received(), received());
        };
    }

    private TouchpointRecorded touchpoint() {
        var place = random.nextInt(3);
        return new TouchpointRecorded(
                id(),
                "till",
                brand,
                customer(),
                null,
                "t-" + place,
                1L,
                Stage.values()[place],
                oneOf("WEB", "STORE"),
                oneOf("p-1", "p-2", null),
                occurred(),
                null,
                null,
                received(),
                oneOf(Outcome.values()),
                Map.of(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> PromiseMeasured.of("m-" + i, random.nextInt(100) / 3.0, 5, 20, null))
                        .toList(),
                Map.of(),
                null);
    }

    private FeedbackRecorded feedback() {
        var place = random.nextInt(3);
        return new FeedbackRecorded(
                id(),
                "survey",
                brand,
                customer(),
                null,
                "t-" + place,
                Stage.values()[place],
                oneOf("WEB", "STORE"),
                oneOf("p-1", "p-2", null),
                occurred(),
                received(),
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> answer())
                        .toList(),
                null,
                null,
                random.nextInt(3));
    }

    private Answer answer() {
        var polarity = oneOf(Polarity.values());
        return switch (random.nextInt(5)) {
            case 0 -> new Answer(AnswerType.NPS, random.nextInt(11), 10, Polarity.HIGHER_IS_BETTER, null, null);
            case 1 -> new Answer(AnswerType.CSAT, 1 + random.nextInt(10), 10, polarity, null, null);
            case 2 -> new Answer(AnswerType.STARS, 1 + random.nextInt(5), 5, polarity, null, null);
            case 3 -> new Answer(AnswerType.CES, 1 + random.nextInt(7), 7, polarity, null, null);
            default -> new Answer(AnswerType.EMOTION, null, null, null, oneOf(Emotion.values()), null);
        };
    }

    private String id() {
        return "e-" + random.nextInt(IDS);
    }

    private String customer() {
        return CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
    }

    /** A moment of its own: which of two signals at the same moment is the last one is the service's choice. */
    private Instant occurred() {
        return START.minus(Duration.ofHours(random.nextInt(100)))
                .plusSeconds(made)
                .plusNanos(1_000L * random.nextInt(1_000_000));
    }

    private Instant received() {
        return START.plus(Duration.ofMinutes(random.nextInt(1_000))).plusNanos(1_000L * (2 * made + random.nextInt(2)));
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }
}
