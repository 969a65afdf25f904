package io.ressenti.cli.imports.mapping;

import io.ressenti.cli.client.Json;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.client.WrongUseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the columns of a file mean. */
public final class Mapping {

    private final Map<EventField, FieldRule> rules;
    private final List<String> skipWhenEmpty;

    Mapping(Map<EventField, FieldRule> rules, Collection<String> skipWhenEmpty) {
        this.rules = new LinkedHashMap<>(rules);
        this.skipWhenEmpty = List.copyOf(skipWhenEmpty);
    }

    /**
     * The mapping of a file whose columns have an event's own names.
     *
     * @throws WrongUseException where one has not
     */
    public static Mapping ofNames(Collection<String> columns) {
        Map<EventField, FieldRule> rules = new LinkedHashMap<>();
        try {
            columns.forEach(column -> rules.put(EventField.of(column), FieldRule.plain(Template.ofColumn(column))));
        } catch (WrongUseException e) {
            throw new WrongUseException(e.getMessage() + " Say with --mapping what the columns mean.", e);
        }
        return new Mapping(rules, List.of());
    }

    /**
     * Makes sure that a file has the columns that the mapping reads.
     *
     * @throws WrongUseException where it has not
     */
    public void requireColumns(Collection<String> present) {
        var missing = Stream.concat(
                        skipWhenEmpty.stream(),
                        rules.values().stream().flatMap(rule -> rule.template().columns()))
                .filter(column -> !present.contains(column))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new WrongUseException("The mapping reads the column %s, which the file has not; it has %s."
                    .formatted(String.join(", ", missing), String.join(", ", present)));
        }
    }

    /** Reads a row: its columns that are not empty. Finds everything that is wrong, not just the first. */
    public Mapped read(Map<String, String> row) {
        if (!row.keySet().containsAll(skipWhenEmpty)) {
            return new Mapped.LeftOut();
        }
        var event = Json.object();
        List<Problem.Place> flaws = new ArrayList<>();
        rules.forEach((field, rule) -> {
            try {
                rule.read(field, row).ifPresent(value -> field.put(event, value));
            } catch (UnreadableValueException e) {
                flaws.add(new Problem.Place(field.pointer(), e.getMessage()));
            }
        });
        return flaws.isEmpty() ? new Mapped.Event(event) : new Mapped.Unreadable(flaws);
    }
}
