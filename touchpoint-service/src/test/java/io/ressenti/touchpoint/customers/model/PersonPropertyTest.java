package io.ressenti.touchpoint.customers.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class PersonPropertyTest {

    @Example
    void whatWasNotMergedIsAPersonByItself() {
        assertThat(Person.of(Set.of("a"), Map.of())).isEqualTo(Person.of("a"));
    }

    @Example
    void allLeadToTheRoot() {
        var person = Person.of(Set.of("a", "b", "c", "d"), Map.of("a", "b", "b", "d", "c", "d"));
        assertThat(person).isEqualTo(new Person("d", List.of("a", "b", "c", "d")));
    }

    @Example
    void ofACircleTheFirstByNameIsTheRoot() {
        var person = Person.of(Set.of("x", "c", "b", "a"), Map.of("x", "c", "c", "b", "b", "c", "a", "x"));
        assertThat(person.root()).isEqualTo("b");
    }

    /** Whatever is merged into what: everybody in a person has the same root, and it is one of them. */
    @Property
    void everybodyOfAPersonHasTheSameRoot(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 8) Integer> targets) {
        Map<String, String> into = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) != i && targets.get(i) < targets.size()) {
                into.put("i" + i, "i" + targets.get(i));
            }
        }
        for (var whole : components(targets.size(), into)) {
            var person = Person.of(whole, into);
            assertThat(person.identifiers()).containsExactlyElementsOf(new TreeSet<>(whole));
            assertThat(whole).contains(person.root());
            whole.forEach(start -> assertThat(
                            Person.of(startingWith(start, whole), into).root())
                    .isEqualTo(person.root()));
        }
    }

    private static Set<String> startingWith(String start, Set<String> whole) {
        var ordered = new LinkedHashSet<>(List.of(start));
        ordered.addAll(whole);
        return ordered;
    }

    private static Set<Set<String>> components(int size, Map<String, String> into) {
        int[] group = new int[size];
        Arrays.setAll(group, i -> i);
        into.forEach((from, to) -> {
            int old = group[Integer.parseInt(from.substring(1))];
            int joined = group[Integer.parseInt(to.substring(1))];
            for (int i = 0; i < size; i++) {
                group[i] = group[i] == old ? joined : group[i];
            }
        });
        Map<Integer, Set<String>> byGroup = new HashMap<>();
        for (int i = 0; i < size; i++) {
            byGroup.computeIfAbsent(group[i], g -> new HashSet<>()).add("i" + i);
        }
        return new HashSet<>(byGroup.values());
    }
}
