package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.ressenti.scoring.model.Estimate;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.Rounded;
import io.ressenti.scoring.model.Sums;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of an answer; its numbers are rounded to six decimals.
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
@JsonSerialize(using = ScoreRowSerializer.class)
@JsonPropertyOrder({"bucket", "n", "value", "low", "high", "mean", "share", "tooFew"})
record ScoreRow(
        @Schema(hidden = true) Map<String, String> dimensions,
        String bucket,
        long n,
        double value,
        Double low,
        Double high,
        Double mean,
        Double share,
        boolean tooFew) {

    static ScoreRow of(Map<String, String> dimensions, String bucket, Metric metric, Sums sums) {
        var estimate = metric.estimate(sums);
        var interval = estimate.interval();
        return new ScoreRow(
                dimensions,
                bucket,
                sums.n(),
                Rounded.of(estimate.value()),
                interval == null ? null : Rounded.of(interval.low()),
                interval == null ? null : Rounded.of(interval.high()),
                rounded(estimate.mean()),
                rounded(estimate.share()),
                sums.n() < Estimate.ENOUGH);
    }

    private static Double rounded(Double number) {
        return number == null ? null : Rounded.of(number);
    }
}
