package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ressenti.scoring.model.Estimate;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.Sums;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of an answer.
 *
 * @param dimensions the dimensions asked for, as properties of the row; partner is null where the brand itself acted
 * @param bucket     start of the span of time; left out where none was asked for
 * @param n          how many answers or signals
 * @param low        lower end of the 95 % interval; null where the sample is too small for one
 * @param high       upper end of the 95 % interval; null where the sample is too small for one
 * @param mean       csat, nps: mean on the answers' own scale
 * @param share      ces: share of answers in the upper third, in percent
 * @param tooFew     fewer than 10: show it as "too few", rank it nowhere
 */
@JsonPropertyOrder({"bucket", "n", "value", "low", "high", "mean", "share", "tooFew"})
record ScoreRow(
        @JsonAnyGetter @Schema(hidden = true) Map<String, String> dimensions,
        @JsonInclude(JsonInclude.Include.NON_NULL) String bucket,
        long n,
        double value,
        Double low,
        Double high,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double mean,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double share,
        boolean tooFew) {

    static ScoreRow of(Map<String, String> dimensions, String bucket, Metric metric, Sums sums) {
        var estimate = metric.estimate(sums);
        var interval = estimate.interval();
        return new ScoreRow(
                dimensions,
                bucket,
                sums.n(),
                estimate.value(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                estimate.mean(),
                estimate.share(),
                sums.n() < Estimate.ENOUGH);
    }
}
