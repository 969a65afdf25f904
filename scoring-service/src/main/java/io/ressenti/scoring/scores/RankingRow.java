package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.RankingOrder;
import io.ressenti.scoring.model.Rounded;
import io.ressenti.scoring.model.Sums;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of a ranking.
 *
 * @param dimensions what is ranked, as properties of the row
 * @param rank       1 for the top
 * @param low        lower end of the 95 % interval
 * @param high       upper end of the 95 % interval
 * @param shrunk     the value shrunk to that of the whole
 * @param bound      what the ranking goes by
 * @param change     against the window before; left out where the ranking is not one of changes
 */
@JsonPropertyOrder({"rank", "n", "value", "low", "high", "shrunk", "bound"})
record RankingRow(
        @JsonAnyGetter @Schema(hidden = true) Map<String, String> dimensions,
        int rank,
        long n,
        double value,
        double low,
        double high,
        double shrunk,
        double bound,
        @JsonInclude(JsonInclude.Include.NON_NULL) Change change) {

    /**
     * How a value has changed.
     *
     * @param n      how many values the window before has
     * @param before the value in the window before
     * @param points the value now − the value before
     * @param low    lower end of the 95 % interval of {@code points}
     * @param high   upper end of the 95 % interval of {@code points}
     */
    record Change(long n, double before, double points, double low, double high) {}

    static RankingRow of(int rank, Metric metric, RankingOrder order, Ranking.Entry entry, Sums whole) {
        var estimate = metric.estimate(entry.sums());
        return new RankingRow(
                entry.dimensions(),
                rank,
                entry.sums().n(),
                Rounded.of(estimate.value()),
                Rounded.of(estimate.interval().low()),
                Rounded.of(estimate.interval().high()),
                Rounded.of(metric.statistic().shrunk(entry.sums(), whole)),
                Rounded.of(Ranking.bound(metric, order, entry, whole)),
                order.ofChanges() ? change(metric, entry, whole, estimate.value()) : null);
    }

    private static Change change(Metric metric, Ranking.Entry entry, Sums whole, double value) {
        var before = metric.statistic().value(entry.before());
        var interval = metric.statistic().change(entry.before(), entry.sums(), whole);
        return new Change(
                entry.before().n(),
                Rounded.of(before),
                Rounded.of(value - before),
                Rounded.of(interval.low()),
                Rounded.of(interval.high()));
    }
}
