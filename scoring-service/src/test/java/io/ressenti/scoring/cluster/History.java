package io.ressenti.scoring.cluster;

import io.ressenti.contracts.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events as they reach Kafka, and what happens to the instances meanwhile.
 *
 * @param brand whose they are
 * @param steps one after the other
 */
record History(String brand, List<Step> steps) {

    /** Some events, and what happens right after they were published: while they are being counted, that is. */
    record Step(List<Event> events, Disturbance then) {}

    /** What befalls an instance. */
    enum Disturbance {
        NOTHING,
        /** It is stopped and started again, as in a rolling upgrade. */
        RESTART,
        /** It is killed, and started again. */
        KILL,
        /** It stands still until another has its partitions, and then goes on as if nothing had been. */
        FREEZE
    }

    /** The set of events, each once. */
    Set<Event> events() {
        return steps.stream()
                .flatMap(step -> step.events().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(step -> step.events().size() + " events, " + step.then())
                .collect(Collectors.joining("; "));
    }
}
