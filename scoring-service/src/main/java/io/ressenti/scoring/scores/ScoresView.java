package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ressenti.scoring.model.Interval;
import io.ressenti.scoring.model.Metric;
import java.time.Instant;
import java.util.List;

/**
 * A metric's numbers, and what one has to know to read them.
 *
 * @param formula    the formula, for people
 * @param version    grows when the formula changes
 * @param confidence the level of the intervals
 * @param from       start of the window of event time, included; null: since the beginning
 * @param to         end of the window, not included; null: without end
 * @param bucket     the span of time that rows are broken down by; left out where none was asked for
 */
record ScoresView(
        String metric,
        String formula,
        int version,
        double confidence,
        Instant from,
        Instant to,
        List<String> by,
        @JsonInclude(JsonInclude.Include.NON_NULL) String bucket,
        List<ScoreRow> rows) {

    static ScoresView of(ScoreQuery query, List<ScoreRow> rows) {
        return new ScoresView(
                query.metric().code(),
                query.metric().formula(),
                Metric.VERSION,
                Interval.CONFIDENCE,
                query.window().from(),
                query.window().to(),
                query.by().stream().map(Dimension::code).toList(),
                query.bucket().map(Bucket::code).orElse(null),
                rows);
    }
}
