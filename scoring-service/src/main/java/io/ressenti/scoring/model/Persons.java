package io.ressenti.scoring.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is whom: identifiers that lead to the same one are one person's. The identifier that stands for a person is the one that
 * was merged into no other; where identifiers lead in a circle, the smallest of that circle.
 *
 * @param into what each merged identifier was merged into
 */
public record Persons(Map<String, String> into) {

    public Persons {
        into = Map.copyOf(into);
    }

    /** The person of each of {@code identifiers} that is not alone; all identifiers of these persons must be among them. */
    public Map<String, String> of(Set<String> identifiers) {
        var targets = Set.copyOf(into.values());
        Map<String, String> persons = new HashMap<>();
        identifiers.stream()
                .filter(identifier -> into.containsKey(identifier) || targets.contains(identifier))
                .forEach(identifier -> persons.put(identifier, of(identifier)));
        return persons;
    }

    private String of(String identifier) {
        Set<String> passed = new HashSet<>();
        var here = identifier;
        while (into.containsKey(here) && passed.add(here)) {
            here = into.get(here);
        }
        return into.containsKey(here) ? smallestOfCircle(here) : here;
    }

    private String smallestOfCircle(String start) {
        var smallest = start;
        for (var here = into.get(start); !here.equals(start); here = into.get(here)) {
            smallest = here.compareTo(smallest) < 0 ? here : smallest;
        }
        return smallest;
    }
}
