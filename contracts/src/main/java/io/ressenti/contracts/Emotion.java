package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a customer said that they felt. Lower case in JSON. */
public enum Emotion {
    @JsonProperty("disappointed")
    DISAPPOINTED,
    @JsonProperty("frustrated")
    FRUSTRATED,
    @JsonProperty("neutral")
    NEUTRAL,
    @JsonProperty("surprised")
    SURPRISED,
    @JsonProperty("happy")
    HAPPY
}
