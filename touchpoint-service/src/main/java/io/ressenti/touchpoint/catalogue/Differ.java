package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.touchpoint.catalogue.CatalogueDiff.Entry;
import io.ressenti.touchpoint.catalogue.CatalogueDiff.Field;
import io.ressenti.touchpoint.catalogue.CatalogueDiff.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells people what changes are about, field by field, as JSON shows them. */
record Differ(ObjectMapper json) {

    /** The changes of a section; null where it is left alone. */
    <D> Section section(List<Change<D>> changes) {
        if (changes == null) {
            return null;
        }
        return new Section(
                codes(changes, Change::isAddition),
                changes.stream()
                        .filter(change -> !change.isAddition() && !change.isRemoval())
                        .map(this::entry)
                        .toList(),
                codes(changes, Change::isRemoval));
    }

    private Entry entry(Change<?> change) {
        var fields = fields("", json.valueToTree(change.before()), json.valueToTree(change.after()));
        return new Entry(change.code(), fields.toList());
    }

    /** Objects are looked into; what stands in a list has no name that it could be told by. */
    private static Stream<Field> fields(String pointer, JsonNode from, JsonNode to) {
        if (from instanceof ObjectNode before && to instanceof ObjectNode after) {
            return Stream.concat(before.properties().stream(), after.properties().stream())
                    .map(Map.Entry::getKey)
                    .distinct()
                    .flatMap(name -> fields(pointer + "/" + name, before.get(name), after.get(name)));
        }
        return Objects.equals(from, to) ? Stream.empty() : Stream.of(new Field(pointer, from, to));
    }

    private static <D> List<String> codes(List<Change<D>> changes, Predicate<Change<D>> which) {
        return changes.stream().filter(which).map(Change::code).toList();
    }
}
