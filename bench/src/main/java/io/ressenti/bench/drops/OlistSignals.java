package io.ressenti.bench.drops;

import io.ressenti.cli.catalogue.Catalogue.Promise;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.cli.olist.OlistCatalogue;
import io.ressenti.cli.olist.OlistFiles;
import io.ressenti.cli.olist.OlistJourneys;
import io.ressenti.contracts.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a replay's events say by docs/scoring.md, without the services: the same signals that would be counted. */
final class OlistSignals {

    private static final double DISSATISFIED_BELOW = 40;

    private final Map<String, Promise> promises;

    private OlistSignals(List<Touchpoint> touchpoints) {
        this.promises = touchpoints.stream()
                .flatMap(touchpoint -> touchpoint.promises().stream())
                .collect(Collectors.toMap(Promise::measure, Function.identity()));
    }

    /** The signals of all orders, in order of time. */
    static List<ObservedSignal> of(OlistFiles files) {
        var signals = new OlistSignals(OlistCatalogue.with(List.of()).touchpoints());
        return OlistJourneys.of(files).events().stream()
                .flatMap(event -> switch (event) {
                    case TouchpointEvent touchpoint -> signals.of(touchpoint);
                    case FeedbackEvent feedback -> of(feedback);
                })
                .toList();
    }

    private Stream<ObservedSignal> of(TouchpointEvent event) {
        var kept = event.measures().entrySet().stream()
                .map(measure -> value(promises.get(measure.getKey()), measure.getValue()));
        var outcome = event.outcome() == Outcome.SUCCESS ? Stream.<Double>empty() : Stream.of(0.0);
        return Stream.concat(kept, outcome)
                .map(value -> new ObservedSignal(
                        event.touchpoint(), event.partner(), event.occurredAt(), value < DISSATISFIED_BELOW));
    }

    private static double value(Promise promise, double measured) {
        var broken = (measured - promise.limit()) / promise.tolerance();
        return Math.clamp(100 * (1 - broken), 0, 100);
    }

    private static Stream<ObservedSignal> of(FeedbackEvent event) {
        return event.answers().stream().map(answer -> {
            var value = 100.0 * (answer.value().intValue() - 1) / (answer.scale() - 1);
            return new ObservedSignal(
                    event.touchpoint(), event.partner(), event.occurredAt(), value < DISSATISFIED_BELOW);
        });
    }
}
