package io.ressenti.scoring.model;

import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.DissatisfactionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a batch of events changes customers' standings, and what has to be told about it. The facts of each event are those of that
 * event alone, however events are batched.
 *
 * @param states    how the identifiers stand afterwards
 * @param facts     who has been let down
 * @param changed   persons whose score changed enough to tell
 * @param forgotten who was told of before and stands for nobody now, or of whom nothing is left
 */
public record Reckoning(
        Map<CustomerKey, CustomerState> states,
        List<DissatisfactionEvent> facts,
        List<CustomerScoreChanged> changed,
        List<CustomerKey> forgotten) {

    public Reckoning {
        states = Map.copyOf(states);
        facts = List.copyOf(facts);
        changed = List.copyOf(changed);
        forgotten = List.copyOf(forgotten);
    }

    /**
     * Lets {@code events} count.
     *
     * @param before the state of every identifier of every person whom the events are about
     * @param events in the order of arrival, none of them twice
     * @param asOf   now
     */
    public static Reckoning of(Map<CustomerKey, CustomerState> before, List<ScoredEvent> events, Instant asOf) {
        return of(before, events, asOf, Set.of());
    }

    /**
     * Lets {@code events} count.
     *
     * @param doubtful of whom something else may have been told than is known: they are told of in any case, and so are the
     *     persons whom they belong to
     */
    public static Reckoning of(
            Map<CustomerKey, CustomerState> before, List<ScoredEvent> events, Instant asOf, Set<CustomerKey> doubtful) {
        Map<CustomerKey, CustomerScore> scores = new HashMap<>();
        before.forEach((customer, state) -> scores.put(customer, state.score()));
        var standings = standings(before);
        List<DissatisfactionEvent> facts = new ArrayList<>();
        for (var event : events) {
            var customer = event.encounter().customerKey();
            var person = before.getOrDefault(customer, CustomerState.unknown(customer))
                    .person();
            var standing = standings.getOrDefault(person, CustomerStanding.UNKNOWN);
            var next = standing.after(event);
            facts.addAll(Dissatisfaction.of(event, person, standing, next));
            standings.put(person, next);
            event.signals().forEach(signal -> scores.merge(customer, CustomerScore.of(signal), CustomerScore::merge));
        }
        return settle(before, scores, standings, facts, asOf, withTheirPersons(doubtful, before));
    }

    private static Map<CustomerKey, CustomerStanding> standings(Map<CustomerKey, CustomerState> states) {
        Map<CustomerKey, CustomerStanding> standings = new HashMap<>();
        states.values()
                .forEach(state -> standings.merge(
                        state.person(), new CustomerStanding(state.score(), state.atRisk()), CustomerStanding::merge));
        return standings;
    }

    private static Reckoning settle(
            Map<CustomerKey, CustomerState> before,
            Map<CustomerKey, CustomerScore> scores,
            Map<CustomerKey, CustomerStanding> standings,
            List<DissatisfactionEvent> facts,
            Instant asOf,
            Set<CustomerKey> doubtful) {
        Map<CustomerKey, CustomerState> states = new TreeMap<>();
        List<CustomerScoreChanged> changed = new ArrayList<>();
        List<CustomerKey> forgotten = new ArrayList<>();
        scores.forEach((customer, score) -> {
            var known = before.getOrDefault(customer, CustomerState.unknown(customer));
            var old = doubtful.contains(customer) ? known.untold() : known;
            var standing = old.person().equals(customer) ? standings.get(customer) : CustomerStanding.UNKNOWN;
            var state = old.withScore(score).standing(standing.settled());
            states.put(customer, state);
            if (state.told() == null && (old.told() != null || doubtful.contains(customer))) {
                forgotten.add(customer);
            } else if (state.told() != null && !state.told().equals(old.told())) {
                changed.add(scoreChanged(customer, standing.score(), known.told(), state.told(), asOf));
            }
        });
        return new Reckoning(states, facts, changed, forgotten);
    }

    private static Set<CustomerKey> withTheirPersons(
            Set<CustomerKey> customers, Map<CustomerKey, CustomerState> states) {
        Set<CustomerKey> all = new HashSet<>(customers);
        customers.stream()
                .filter(states::containsKey)
                .forEach(customer -> all.add(states.get(customer).person()));
        return all;
    }

    private static CustomerScoreChanged scoreChanged(
            CustomerKey customer, CustomerScore score, ToldScore before, ToldScore now, Instant asOf) {
        return new CustomerScoreChanged(
                NameUuid.of("CustomerScoreChanged", customer.brand(), customer.customer(), asOf.toString())
                        .toString(),
                Dissatisfaction.SOURCE,
                customer.brand(),
                customer.customer(),
                score.last().at(),
                asOf,
                now.experienced(),
                score.remembered().orElseThrow(),
                now.band(),
                before == null ? null : before.band(),
                score.n(),
                score.effectiveN());
    }
}
