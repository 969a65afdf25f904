package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Addend;
import io.ressenti.scoring.model.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which sums somebody wants to know.
 *
 * @param series  the numbers that are added up
 * @param addends what is needed of them besides n; all else is 0
 * @param by      broken down by these; by none: the whole brand
 * @param bucket  and by spans of time; empty: the whole window
 * @param filters only where these dimensions have these values; partner "" is the brand itself
 */
record ScoreQuery(
        List<Series> series,
        Set<Addend> addends,
        Set<Dimension> by,
        Optional<Bucket> bucket,
        Window window,
        Map<Dimension, String> filters) {

    /** Everything in the window by one dimension. */
    static ScoreQuery by(Dimension dimension, List<Series> series, Set<Addend> addends, Window window) {
        return new ScoreQuery(series, addends, Set.of(dimension), Optional.empty(), window, Map.of());
    }

    /** The same of another window. */
    ScoreQuery in(Window other) {
        return new ScoreQuery(series, addends, by, bucket, other, filters);
    }

    List<String> byCodes() {
        return by.stream().map(Dimension::code).toList();
    }
}
