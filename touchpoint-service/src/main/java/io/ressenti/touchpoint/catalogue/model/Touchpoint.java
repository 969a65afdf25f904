package io.ressenti.touchpoint.catalogue.model;

import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A touchpoint, as far as events are concerned.
 *
 * @param channels the channels on which it is met
 */
public record Touchpoint(String code, Stage stage, Set<String> channels, List<Promise> promises) {

    public Touchpoint {
        channels = Set.copyOf(channels);
        promises = List.copyOf(promises);
    }

    /** The promises about {@code measures}, each beside its value, in the catalogue's order. */
    public List<PromiseMeasured> promisesBeside(Map<String, Double> measures) {
        return promises.stream()
                .map(promise -> promise.beside(measures))
                .flatMap(Optional::stream)
                .toList();
    }
}
