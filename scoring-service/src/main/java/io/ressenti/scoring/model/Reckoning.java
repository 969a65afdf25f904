package io.ressenti.scoring.model;

import io.ressenti.contracts.DissatisfactionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch of events does to the customers in it. Events count one after the other, so that the facts do not depend on how
 * events were batched; they do depend on the order of arrival, as anything must that is said at once.
 *
 * @param standings how the customers stand afterwards
 * @param facts     what has to be told
 */
public record Reckoning(Map<CustomerKey, CustomerStanding> standings, List<DissatisfactionEvent> facts) {

    public Reckoning {
        standings = Map.copyOf(standings);
        facts = List.copyOf(facts);
    }

    /**
     * Lets {@code events} count.
     *
     * @param before how their customers stand; one who is missing is unknown
     * @param events in the order of arrival, none of them twice
     */
    public static Reckoning of(Map<CustomerKey, CustomerStanding> before, List<ScoredEvent> events) {
        Map<CustomerKey, CustomerStanding> standings = new HashMap<>(before);
        List<DissatisfactionEvent> facts = new ArrayList<>();
        for (var event : events) {
            var customer = event.encounter().customerKey();
            var standing = standings.getOrDefault(customer, CustomerStanding.UNKNOWN);
            var next = standing.after(event);
            facts.addAll(Dissatisfaction.of(event, standing, next));
            standings.put(customer, next);
        }
        return new Reckoning(standings, facts);
    }
}
