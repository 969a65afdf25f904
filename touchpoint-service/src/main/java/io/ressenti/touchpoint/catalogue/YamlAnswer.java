package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An answer that can be had in YAML as well as in JSON. */
interface YamlAnswer {

    /** What people should know who meet it as a file: lines that start with #, or nothing. */
    @JsonIgnore
    default String heading() {
        return "";
    }
}
