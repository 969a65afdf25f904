package io.ressenti.touchpoint.rejected.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): what a patch names is changed, what it sets to null is removed, the rest stays. */
public final class MergePatch {

    private MergePatch() {}

    /** {@code target} changed by {@code patch}, as in section 2 of the RFC; {@code target} itself stays as it is. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.withExactBigDecimals(true).objectNode();
        for (var change : changes.properties()) {
            var name = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(name);
            } else {
                result.set(name, apply(result.path(name), change.getValue()));
            }
        }
        return result;
    }
}
