package io.ressenti.scoring.model;

import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.SignalDissatisfied;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The facts about dissatisfaction that follow from one event. Their identifiers are functions of the event's identity, so that
 * a fact that is published twice is recognised.
 */
public final class Dissatisfaction {

    static final String SOURCE = "ressenti/scoring-service";

    private static final Comparator<Signal> WORST_FIRST =
            Comparator.comparingDouble(Signal::value).thenComparing(Signal::ordinal);

    private Dissatisfaction() {}

    /**
     * One {@link SignalDissatisfied} for each dissatisfied signal, and {@link CustomerAtRisk} where the customer's score falls
     * into the band: it takes a score to fall from, so a customer whose first event is a bad one is told of once. All carry the
     * customer's score before and after the whole event.
     *
     * @param person whom the event's customer is known to be
     * @param before how the person stood before the event
     * @param after  how the person stands with it
     */
    public static List<DissatisfactionEvent> of(
            ScoredEvent event, CustomerKey person, CustomerStanding before, CustomerStanding after) {
        List<DissatisfactionEvent> facts = new ArrayList<>();
        event.signals().stream()
                .filter(Signal::dissatisfied)
                .forEach(signal -> facts.add(signalDissatisfied(signal, person, before, after)));
        if (fallsIntoRisk(before, after)) {
            event.signals().stream()
                    .min(WORST_FIRST)
                    .ifPresent(worst -> facts.add(customerAtRisk(worst, person, before, after)));
        }
        return facts;
    }

    private static boolean fallsIntoRisk(CustomerStanding before, CustomerStanding after) {
        return after.atRisk()
                && !before.atRisk()
                && before.score().experienced().isPresent();
    }

    private static SignalDissatisfied signalDissatisfied(
            Signal signal, CustomerKey person, CustomerStanding before, CustomerStanding after) {
        var encounter = signal.encounter();
        var place = encounter.place();
        return new SignalDissatisfied(
                NameUuid.of("SignalDissatisfied", signal.id().toString()).toString(),
                SOURCE,
                encounter.brand(),
                person.customer(),
                identifier(encounter, person),
                encounter.journeyId(),
                place.touchpoint(),
                place.stage(),
                place.channel(),
                place.partner(),
                encounter.occurredAt(),
                encounter.receivedAt(),
                signal.kind(),
                signal.value(),
                signal.emotion(),
                signal.cause(),
                scoreBefore(before),
                scoreAfter(after));
    }

    private static CustomerAtRisk customerAtRisk(
            Signal worst, CustomerKey person, CustomerStanding before, CustomerStanding after) {
        var encounter = worst.encounter();
        var place = encounter.place();
        return new CustomerAtRisk(
                NameUuid.of("CustomerAtRisk", worst.id().toString()).toString(),
                SOURCE,
                encounter.brand(),
                person.customer(),
                identifier(encounter, person),
                encounter.journeyId(),
                place.touchpoint(),
                place.stage(),
                place.channel(),
                place.partner(),
                encounter.occurredAt(),
                encounter.receivedAt(),
                after.score().n(),
                worst.cause(),
                scoreBefore(before),
                scoreAfter(after));
    }

    private static String identifier(Encounter encounter, CustomerKey person) {
        return encounter.customer().equals(person.customer()) ? null : encounter.customer();
    }

    private static Double scoreBefore(CustomerStanding before) {
        var score = before.score().experienced();
        return score.isPresent() ? score.getAsDouble() : null;
    }

    private static double scoreAfter(CustomerStanding after) {
        return after.score().experienced().orElseThrow();
    }
}
