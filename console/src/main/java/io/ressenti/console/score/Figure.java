package io.ressenti.console.score;

import io.ressenti.console.service.Scores;
import io.ressenti.console.text.Figures;
import java.util.Locale;

/**
 * One value of the table, with the bar that shows how sure it is. Positions run from 0 to 100 along the metric's own range.
 *
 * @param n      how many answers or signals it rests on
 * @param tooFew whether that is too little to show a value; then all else is null
 * @param mean   the mean beside a share; null where the metric has none
 */
public record Figure(String value, String low, String high, String mean, String n, boolean tooFew, Bar bar) {

    /** Fewer than this say nothing (scoring.md, n_min). */
    static final int ENOUGH = 10;

    /** Where the interval begins, how long it is, and where the value is in it. */
    public record Bar(String start, String length, String at) {}

    /** Null where there is no such row: nobody was asked. */
    static Figure of(Metric metric, Scores.Row row, Locale locale) {
        if (row == null || row.n() == 0 || row.value() == null) {
            return null;
        }
        var n = Figures.whole(row.n(), locale);
        if (row.n() < ENOUGH) {
            return new Figure(null, null, null, null, n, true, null);
        }
        return new Figure(
                metric.text(row.value(), locale),
                row.low() == null ? null : metric.text(row.low(), locale),
                row.high() == null ? null : metric.text(row.high(), locale),
                row.mean() == null ? null : Figures.format(row.mean(), 2, locale),
                n,
                false,
                bar(metric, row));
    }

    private static Bar bar(Metric metric, Scores.Row row) {
        double at = metric.position(row.value());
        double start = row.low() == null ? at : metric.position(row.low());
        double end = row.high() == null ? at : metric.position(row.high());
        return new Bar(decimal(start), decimal(Math.max(end - start, 0.5)), decimal(at));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
