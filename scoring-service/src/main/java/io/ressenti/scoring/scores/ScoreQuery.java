package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Metric;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to know.
 *
 * @param by      broken down by these; by none: the whole brand
 * @param bucket  and by spans of time; empty: the whole window
 * @param filters only where these dimensions have these values; partner "" is the brand itself
 */
record ScoreQuery(
        Metric metric, Set<Dimension> by, Optional<Bucket> bucket, Window window, Map<Dimension, String> filters) {}
