package io.ressenti.touchpoint.catalogue.model;

import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A touchpoint, as far as events are concerned.
 *
 * @param revision grows with each change of the touchpoint, from 1
 * @param partner  who runs it where an event names nobody; null where no partner does
 * @param channels the channels on which it is met
 * @param promises every version of each; those about the same measure never overlap in time
 */
public record Touchpoint(
        String code, long revision, Stage stage, String partner, Set<String> channels, List<Promise> promises) {

    public Touchpoint {
        channels = Set.copyOf(channels);
        promises = List.copyOf(promises);
    }

    /** The promises about {@code measures} that were in force at {@code time}, each beside its value, in the catalogue's order. */
    public List<PromiseMeasured> promisesBeside(Map<String, Double> measures, Instant time) {
        if (measures.isEmpty() || promises.isEmpty()) {
            return List.of();
        }
        List<PromiseMeasured> beside = new ArrayList<>();
        for (var promise : promises) {
            var value = measures.get(promise.measure());
            if (value != null && promise.isInForceAt(time)) {
                beside.add(promise.beside(value));
            }
        }
        return List.copyOf(beside);
    }
}
