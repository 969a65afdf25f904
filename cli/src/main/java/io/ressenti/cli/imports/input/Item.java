package io.ressenti.cli.imports.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One thing in a file that is to become an event. */
public sealed interface Item {

    /** Where it begins in the file, from 1. */
    long line();

    /** Columns that are not empty; what they mean is to be seen. */
    record Row(long line, Map<String, String> columns) implements Item {}

    /** An event in the service's own words. */
    record Event(long line, ObjectNode event) implements Item {}

    /** Neither; {@code why} says what it should have been. */
    record Unreadable(long line, String text, String why) implements Item {}
}
