package io.ressenti.cli.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.client.Problem;
import java.util.List;

/** What a row turned out to be. */
public sealed interface Mapped {

    /** An event, for the service to judge. */
    record Event(ObjectNode event) implements Mapped {}

    /** Nothing: the mapping leaves such rows out. */
    record LeftOut() implements Mapped {}

    /** Not an event: some of its values cannot be read. */
    record Unreadable(List<Problem.Place> flaws) implements Mapped {

        public Unreadable {
            flaws = List.copyOf(flaws);
        }
    }
}
