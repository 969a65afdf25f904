package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a document has changed, or would change.
 *
 * @param dryRun  whether everything stayed as it was
 * @param changed how many entries differ, of all sections
 * @param channels left out where the document leaves them out, as are the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CatalogueDiff(boolean dryRun, int changed, Section channels, Section partners, Section touchpoints)
        implements YamlAnswer {

    /**
     * What has changed in a section, by code.
     *
     * @param added   codes
     * @param removed codes
     */
    record Section(List<String> added, List<Entry> changed, List<String> removed) {

        int size() {
            return added.size() + changed.size() + removed.size();
        }
    }

    /** An entry that is not as it was. */
    record Entry(String code, List<Field> fields) {}

    /**
     * A field that is not as it was.
     *
     * @param field JSON Pointer, starting at the entry
     * @param from  left out where there was none
     * @param to    left out where there is none any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String field, JsonNode from, JsonNode to) {}

    static CatalogueDiff of(boolean dryRun, Section channels, Section partners, Section touchpoints) {
        var changed = Stream.of(channels, partners, touchpoints)
                .filter(Objects::nonNull)
                .mapToInt(Section::size)
                .sum();
        return new CatalogueDiff(dryRun, changed, channels, partners, touchpoints);
    }
}
