package io.ressenti.console.score;

import io.ressenti.console.service.Fetched;
import io.ressenti.console.service.Names;
import io.ressenti.console.service.Scores;
import io.ressenti.contracts.Stage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every touchpoint scores, in the order in which a journey is lived.
 *
 * @param trouble why there is no table; null where there is one
 */
public record ScoreTable(List<Line> lines, Fetched.Trouble trouble) {

    /** One touchpoint; figures are null where nobody was asked. */
    public record Line(
            String touchpoint, Stage stage, Figure experience, Figure csat, Figure nps, Figure dissatisfied) {}

    /** Puts the metrics side by side. Away as soon as one of them is: half a table would mislead. */
    static ScoreTable of(Map<Metric, Fetched<Scores>> metrics, Names names, Locale locale) {
        var trouble = metrics.values().stream()
                .map(Fetched::trouble)
                .filter(Objects::nonNull)
                .findFirst();
        if (trouble.isPresent()) {
            return new ScoreTable(List.of(), trouble.get());
        }
        var rows = new HashMap<Metric, Map<String, Scores.Row>>();
        metrics.forEach((metric, scores) -> rows.put(metric, byTouchpoint(scores.orNull())));
        var touchpoints = new TreeSet<String>();
        rows.values().forEach(ofMetric -> touchpoints.addAll(ofMetric.keySet()));
        var lines = touchpoints.stream()
                .map(touchpoint -> line(touchpoint, rows, names, locale))
                .sorted(Comparator.comparing(Line::stage, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Line::touchpoint))
                .toList();
        return new ScoreTable(lines, null);
    }

    private static Line line(String touchpoint, Map<Metric, Map<String, Scores.Row>> rows, Names names, Locale locale) {
        return new Line(
                names.touchpoint(touchpoint, locale),
                names.stage(touchpoint),
                figure(Metric.EXPERIENCE, touchpoint, rows, locale),
                figure(Metric.CSAT, touchpoint, rows, locale),
                figure(Metric.NPS, touchpoint, rows, locale),
                figure(Metric.DISSATISFIED, touchpoint, rows, locale));
    }

    private static Figure figure(
            Metric metric, String touchpoint, Map<Metric, Map<String, Scores.Row>> rows, Locale locale) {
        return Figure.of(metric, rows.get(metric).get(touchpoint), locale);
    }

    private static Map<String, Scores.Row> byTouchpoint(Scores scores) {
        return scores.rows().stream()
                .filter(row -> row.touchpoint() != null)
                .collect(Collectors.toUnmodifiableMap(Scores.Row::touchpoint, Function.identity()));
    }
}
