package io.ressenti.touchpoint.customers.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A customer as all the identifiers that were merged.
 *
 * @param root        the identifier that all of them lead to; of those that were merged in a circle, the first by name
 * @param identifiers all of them, sorted, the root included
 */
public record Person(String root, List<String> identifiers) {

    /** Nobody has more; a client that merges everybody into one makes them. Whatever concerns a person looks at each identifier. */
    public static final int MOST_IDENTIFIERS = 200;

    public Person {
        identifiers = List.copyOf(identifiers);
    }

    /** A customer of whom one identifier is known, or wanted. */
    public static Person of(String identifier) {
        return new Person(identifier, List.of(identifier));
    }

    /**
     * The person whom connected identifiers make.
     *
     * @param into which identifier each was merged into; those that were not have no entry
     */
    public static Person of(Set<String> identifiers, Map<String, String> into) {
        return new Person(root(identifiers.iterator().next(), into), List.copyOf(new TreeSet<>(identifiers)));
    }

    /** Whether nobody can have so many. */
    public boolean tooMany() {
        return identifiers.size() > MOST_IDENTIFIERS;
    }

    /** Whether they were one person of too many if they were merged. */
    public boolean tooManyWith(Person other) {
        var all = new HashSet<>(identifiers);
        all.addAll(other.identifiers);
        return all.size() > MOST_IDENTIFIERS;
    }

    /** Each identifier is merged into one other at most: from anywhere the way leads to the root, or into the one circle. */
    private static String root(String start, Map<String, String> into) {
        Set<String> passed = new HashSet<>();
        var here = start;
        while (passed.add(here)) {
            var next = into.get(here);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return firstOfCircle(here, into);
    }

    private static String firstOfCircle(String member, Map<String, String> into) {
        Set<String> circle = new HashSet<>();
        for (var here = member; circle.add(here); here = into.get(here)) {}
        return Collections.min(circle);
    }
}
