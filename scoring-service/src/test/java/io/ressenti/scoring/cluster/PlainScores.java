package io.ressenti.scoring.cluster;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a set of events amounts to, by docs/scoring.md: all at once, in no order, without a line of the service's code. */
final class PlainScores {

    private static final Duration HALF_LIFE = Duration.ofDays(30);

    private final List<PlainSignal> signals;
    private final Map<String, String> merged;

    /** A published row. */
    record Row(long n, double value) {}

    /** A published customer. */
    record Customer(long n, double experienced, double remembered, double effectiveN, String band) {}

    PlainScores(Collection<Event> events) {
        var erasedUntil = erasures(events);
        this.signals = versionsThatCount(events).stream()
                .filter(event -> !isVoid(event, erasedUntil))
                .flatMap(event -> signals(event).stream())
                .toList();
        this.merged = merges(events, erasedUntil);
    }

    /** Rows of a metric, by their dimensions and the start of their bucket. */
    Map<String, Row> rows(Query query) {
        Map<String, List<PlainSignal>> groups = new TreeMap<>();
        signals.stream().filter(query::concerns).forEach(signal -> groups.computeIfAbsent(
                        query.key(signal), key -> new ArrayList<>())
                .add(signal));
        Map<String, Row> rows = new TreeMap<>();
        groups.forEach((key, group) -> rows.put(key, new Row(group.size(), query.value(group))));
        return rows;
    }

    /** How a customer stands by whatever identifier; null where nothing is known. */
    Customer customer(String identifier) {
        var person = person(identifier);
        var own = signals.stream()
                .filter(signal -> person(signal.customer()).equals(person))
                .toList();
        return own.isEmpty() ? null : customer(own);
    }

    private static Customer customer(List<PlainSignal> signals) {
        // Weights relative to the last signal: any factor that they share cancels out.
        var last = signals.stream()
                .map(PlainSignal::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var weights =
                signals.stream().mapToDouble(signal -> weight(signal, last)).sum();
        var squares = signals.stream()
                .mapToDouble(signal -> Math.pow(weight(signal, last), 2))
                .sum();
        var experienced = signals.stream()
                        .mapToDouble(signal -> weight(signal, last) * signal.value())
                        .sum()
                / weights;
        var byTime = Comparator.comparing(PlainSignal::at).thenComparing(PlainSignal::ordinal);
        var peak = signals.stream()
                .max(Comparator.<PlainSignal>comparingDouble(signal -> Math.abs(signal.value() - 50))
                        .thenComparing(byTime))
                .orElseThrow();
        var end = signals.stream().max(byTime).orElseThrow();
        var best = signals.stream()
                .filter(PlainSignal::stated)
                .mapToDouble(PlainSignal::value)
                .max()
                .orElse(0);
        return new Customer(
                signals.size(),
                experienced,
                (peak.value() + end.value()) / 2,
                weights * weights / squares,
                band(experienced, best));
    }

    private static double weight(PlainSignal signal, Instant now) {
        var micros = ChronoUnit.MICROS.between(signal.at(), now);
        var age = micros / (HALF_LIFE.toSeconds() * 1e6);
        return Math.pow(2, -age) * (signal.value() < 50 ? 2 : 1);
    }

    private static String band(double experienced, double bestStated) {
        if (experienced < 40) {
            return "AT_RISK";
        }
        if (experienced < 60) {
            return "FRAGILE";
        }
        return experienced >= 80 && bestStated >= 90 ? "AMBASSADOR" : "CONTENT";
    }

    /** Of the versions of one event: the highest revision, of these the one received first. */
    private static Collection<Event> versionsThatCount(Collection<Event> events) {
        BinaryOperator<Event> better = BinaryOperator.maxBy(Comparator.comparingInt(PlainScores::revision)
                .thenComparing(PlainScores::receivedAt, Comparator.reverseOrder()));
        return events.stream()
                .filter(event -> event instanceof TouchpointRecorded || event instanceof FeedbackRecorded)
                .collect(Collectors.toMap(
                        event -> List.of(event.getClass(), event.source(), event.id()), Function.identity(), better))
                .values();
    }

    private static Map<String, Instant> erasures(Collection<Event> events) {
        return events.stream()
                .filter(CustomerErased.class::isInstance)
                .map(CustomerErased.class::cast)
                .collect(Collectors.toMap(
                        CustomerErased::customer,
                        CustomerErased::receivedAt,
                        BinaryOperator.maxBy(Comparator.naturalOrder())));
    }

    private static boolean isVoid(Event event, Map<String, Instant> erasedUntil) {
        var until = erasedUntil.get(event.subject());
        return until != null && !receivedAt(event).isAfter(until);
    }

    /** Into whom each identifier is merged: its last merge or un-merge says. */
    private static Map<String, String> merges(Collection<Event> events, Map<String, Instant> erasedUntil) {
        Map<String, Event> last = new HashMap<>();
        events.stream()
                .filter(event -> event instanceof CustomersMerged || event instanceof CustomersUnmerged)
                .filter(event -> !isVoid(event, erasedUntil) && !namesErased(event, erasedUntil))
                .forEach(event -> last.merge(
                        event.subject(),
                        event,
                        BinaryOperator.maxBy(Comparator.comparing(Event::occurredAt)
                                .thenComparing(PlainScores::receivedAt)
                                .thenComparing(Event::id))));
        Map<String, String> merged = new HashMap<>();
        last.forEach((customer, event) -> {
            if (event instanceof CustomersMerged merge) {
                merged.put(customer, merge.into());
            }
        });
        return merged;
    }

    private static boolean namesErased(Event event, Map<String, Instant> erasedUntil) {
        if (!(event instanceof CustomersMerged merge)) {
            return false;
        }
        var until = erasedUntil.get(merge.into());
        return until != null && !merge.receivedAt().isAfter(until);
    }

    /** The identifier at the end of the way, or the smallest of the circle that the way ends in. */
    private String person(String identifier) {
        List<String> way = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        var here = identifier;
        while (passed.add(here)) {
            way.add(here);
            if (!merged.containsKey(here)) {
                return here;
            }
            here = merged.get(here);
        }
        return way.subList(way.indexOf(here), way.size()).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<PlainSignal> signals(Event event) {
        return switch (event) {
            case TouchpointRecorded touchpoint -> PlainSignal.of(touchpoint);
            case FeedbackRecorded feedback -> PlainSignal.of(feedback);
            default -> List.of();
        };
    }

    private static int revision(Event event) {
        return event instanceof FeedbackRecorded feedback && feedback.revision() != null ? feedback.revision() : 0;
    }

    private static Instant receivedAt(Event event) {
        return switch (event) {
            case TouchpointRecorded touchpoint -> touchpoint.receivedAt();
            case FeedbackRecorded feedback -> feedback.receivedAt();
            case CustomerEvent customer -> customer.receivedAt();
            default -> throw new IllegalArgumentException("unexpected " + event);
        };
    }
}
