package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has too few values to be ranked.
 *
 * @param dimensions what it is, as properties of the row
 * @param nBefore    how many values the window before has; left out where the ranking is not one of changes
 */
record TooFewRow(
        @JsonAnyGetter @Schema(hidden = true) Map<String, String> dimensions,
        long n,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long nBefore) {}
