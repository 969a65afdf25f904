package io.ressenti.cli.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.client.WrongUseException;
import java.util.List;
import java.util.Set;

/**
 * A field of a touchpoint event.
 *
 * @param name its name; of a measure or an attribute the part behind the dot
 */
record EventField(Kind kind, String name) {

    enum Kind {
        TEXT,
        TIME,
        MEASURE,
        ATTRIBUTE
    }

    private static final String MEASURES = "measures";
    private static final String ATTRIBUTES = "attributes";
    private static final Set<String> TIMES = Set.of("occurredAt", "sentAt");
    private static final List<String> TEXTS =
            List.of("id", "source", "customer", "journeyId", "touchpoint", "channel", "partner", "outcome", "variant");

    /**
     * The field of that name, as in {@code customer}, {@code measures.delayHours} and {@code attributes.state}.
     *
     * @throws WrongUseException where an event has no such field
     */
    static EventField of(String path) {
        if (TIMES.contains(path)) {
            return new EventField(Kind.TIME, path);
        }
        if (TEXTS.contains(path)) {
            return new EventField(Kind.TEXT, path);
        }
        var dot = path.indexOf('.');
        var group = dot < 0 ? "" : path.substring(0, dot);
        var name = path.substring(dot + 1);
        return switch (name.isBlank() ? "" : group) {
            case MEASURES -> new EventField(Kind.MEASURE, name);
            case ATTRIBUTES -> new EventField(Kind.ATTRIBUTE, name);
            default ->
                throw new WrongUseException(
                        "An event has no field \"%s\": there are %s, occurredAt, sentAt, measures.NAME and attributes.NAME."
                                .formatted(path, String.join(", ", TEXTS)));
        };
    }

    /** Where it stands in an event (RFC 6901). */
    String pointer() {
        return switch (kind) {
            case TEXT, TIME -> "/" + name;
            case MEASURE -> "/" + MEASURES + "/" + escaped();
            case ATTRIBUTE -> "/" + ATTRIBUTES + "/" + escaped();
        };
    }

    /** Writes its value into an event. */
    void put(ObjectNode event, FieldValue value) {
        var parent =
                switch (kind) {
                    case TEXT, TIME -> event;
                    case MEASURE -> event.withObjectProperty(MEASURES);
                    case ATTRIBUTE -> event.withObjectProperty(ATTRIBUTES);
                };
        switch (value) {
            case FieldValue.Text(var text) -> parent.put(name, text);
            case FieldValue.Number(var number) -> parent.put(name, number);
        }
    }

    private String escaped() {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
