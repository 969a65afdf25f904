package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.Signal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of some events count.
 *
 * @param counted    those that are new, or better than the version that counted so far; in the order in which they came
 * @param superseded the versions that these replace, as far as they had signals
 */
record Acceptance(List<ScoredEvent> counted, List<Superseded> superseded) {

    /** The customers of the versions that were replaced. */
    Set<CustomerKey> formerCustomers() {
        return superseded.stream().map(Superseded::customer).collect(Collectors.toSet());
    }

    /** The signals that count from now on. */
    List<Signal> signals() {
        return counted.stream().flatMap(event -> event.signals().stream()).toList();
    }
}
