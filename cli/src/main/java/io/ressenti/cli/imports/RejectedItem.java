package io.ressenti.cli.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.client.Problem;
import java.util.Map;

/**
 * What was not taken, as it is written down to be corrected: the event where there is one, otherwise the columns of the row,
 * otherwise its text.
 *
 * @param line where it begins in the file, from 1
 * @param id   of the event; null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejectedItem(long line, String id, Problem problem, ObjectNode event, Map<String, String> row, String text) {

    static RejectedItem ofEvent(long line, ObjectNode event, Problem problem) {
        return new RejectedItem(line, event.path("id").textValue(), problem, event, null, null);
    }

    static RejectedItem ofRow(long line, Map<String, String> row, Problem problem) {
        return new RejectedItem(line, null, problem, null, row, null);
    }

    static RejectedItem ofText(long line, String text, Problem problem) {
        return new RejectedItem(line, null, problem, null, null, text);
    }
}
