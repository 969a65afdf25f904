package io.ressenti.touchpoint.catalogue.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The same text in several languages. */
public final class Texts {

    private Texts() {}

    /** {@code byLanguage} in the order of the language tags, so that it is always shown in the same order; empty for null. */
    public static Map<String, String> of(Map<String, String> byLanguage) {
        return byLanguage == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }
}
