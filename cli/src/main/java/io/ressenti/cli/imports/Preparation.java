package io.ressenti.cli.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.imports.input.Item;
import io.ressenti.cli.imports.mapping.Mapped;
import io.ressenti.cli.imports.mapping.Mapping;
import java.util.List;

/**
 * Makes events of what a file holds.
 *
 * @param mapping   what columns mean; null: they have an event's own names
 * @param source    of events that name none; null: such events stay as they are
 * @param deriveIds whether an event without an id gets one, see {@link DerivedId}
 */
record Preparation(Mapping mapping, String source, boolean deriveIds) {

    private static final String UNREADABLE = "urn:ressenti:problem:unreadable-row";

    Prepared prepare(Item item) {
        return switch (item) {
            case Item.Event(var line, var event) -> ready(line, event);
            case Item.Row row -> prepare(row);
            case Item.Unreadable(var line, var text, var why) ->
                new Prepared.Refused(RejectedItem.ofText(line, text, unreadable(why, null)));
        };
    }

    private Prepared prepare(Item.Row row) {
        var known = mapping != null ? mapping : Mapping.ofNames(row.columns().keySet());
        return switch (known.read(row.columns())) {
            case Mapped.Event(var event) -> ready(row.line(), event);
            case Mapped.LeftOut() -> new Prepared.LeftOut();
            case Mapped.Unreadable(var flaws) ->
                new Prepared.Refused(RejectedItem.ofRow(row.line(), row.columns(), unreadable(null, flaws)));
        };
    }

    private Prepared ready(long line, ObjectNode event) {
        if (source != null && !event.hasNonNull("source")) {
            event.put("source", source);
        }
        if (deriveIds && !event.hasNonNull("id")) {
            event.put("id", DerivedId.of(event));
        }
        return new Prepared.Ready(line, event);
    }

    private static Problem unreadable(String detail, List<Problem.Place> flaws) {
        return new Problem(UNREADABLE, "The row cannot be read", detail, flaws);
    }
}
