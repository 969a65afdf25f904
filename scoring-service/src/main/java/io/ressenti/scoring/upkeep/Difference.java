package io.ressenti.scoring.upkeep;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * A row whose numbers are not those of its signals.
 *
 * @param key        which row; of a customer's only the brand
 * @param stored     what the table says; null where it has no such row
 * @param recomputed what the signals say; null where they say nothing
 */
@RegisterForReflection
record Difference(Map<String, Object> key, Map<String, Double> stored, Map<String, Double> recomputed) {}
