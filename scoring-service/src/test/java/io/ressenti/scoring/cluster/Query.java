package io.ressenti.scoring.cluster;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question to the metrics API.
 *
 * @param question which ratings it is about; null: all signals
 * @param bucket   day or hour; null: all time
 */
record Query(String metric, String parameters, String question, List<String> by, String bucket) {

    private static final Map<String, DateTimeFormatter> BUCKETS = Map.of(
            "day", DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC),
            "hour", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC));

    /** Every metric, in every shape in which the numbers are kept apart. */
    static List<Query> all() {
        return metrics().flatMap(Query::shapes).toList();
    }

    /** The path and query that asks it. */
    String path() {
        var asked = Stream.of(
                        parameters,
                        by.isEmpty() ? "" : "by=" + String.join(",", by),
                        bucket == null ? "" : "bucket=" + bucket)
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return "/api/v1/scores/" + metric + (asked.isEmpty() ? "" : "?" + asked);
    }

    boolean concerns(PlainSignal signal) {
        return switch (parameters) {
            case "of=stated" -> signal.stated();
            case "of=observed" -> !signal.stated();
            default -> question == null || question.equals(signal.question());
        };
    }

    /** Names a row: by its dimensions' values and its bucket. */
    String key(PlainSignal signal) {
        var start = bucket == null ? "" : BUCKETS.get(bucket).format(signal.at());
        return Stream.concat(by.stream().map(dimension -> signal.place().get(dimension)), Stream.of(start))
                .collect(Collectors.joining("|"));
    }

    /** Names a row of the answer in the same way. */
    String key(Map<String, Object> row) {
        var start = row.get("bucket") == null ? "" : row.get("bucket").toString();
        var shortened = "hour".equals(bucket) ? start.substring(0, 13) : start;
        return Stream.concat(
                        by.stream()
                                .map(dimension -> row.get(dimension) == null
                                        ? "-"
                                        : row.get(dimension).toString()),
                        Stream.of(shortened))
                .collect(Collectors.joining("|"));
    }

    double value(List<PlainSignal> signals) {
        return switch (metric) {
            case "nps" -> 100.0 * (share(signals, 9, 10) - share(signals, 0, 6));
            case "csat" -> {
                var top = Integer.parseInt(question.substring(question.indexOf(':') + 1));
                yield 100.0 * share(signals, top <= 3 ? top : top <= 7 ? top - 1 : top - 2, top);
            }
            case "ces" ->
                signals.stream().mapToInt(PlainSignal::rating).average().orElseThrow();
            case "experience" ->
                signals.stream().mapToDouble(PlainSignal::value).average().orElseThrow();
            case "dissatisfied-share" ->
                100.0 * signals.stream().filter(PlainSignal::dissatisfied).count() / signals.size();
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double share(List<PlainSignal> signals, int low, int high) {
        return (double) signals.stream()
                        .filter(signal -> signal.rating() >= low && signal.rating() <= high)
                        .count()
                / signals.size();
    }

    private static Stream<Query> metrics() {
        return Stream.of(
                new Query("nps", "", "NPS", List.of(), null),
                new Query("csat", "scale=5", "CSAT:5", List.of(), null),
                new Query("csat", "scale=10", "CSAT:10", List.of(), null),
                new Query("csat", "scale=stars:5", "STARS:5", List.of(), null),
                new Query("ces", "", "CES:7", List.of(), null),
                new Query("experience", "", null, List.of(), null),
                new Query("experience", "of=stated", null, List.of(), null),
                new Query("dissatisfied-share", "of=observed", null, List.of(), null));
    }

    private static Stream<Query> shapes(Query metric) {
        return Stream.of(
                metric,
                metric.shaped(List.of("touchpoint"), "day"),
                metric.shaped(List.of("stage"), "hour"),
                metric.shaped(List.of("channel", "partner"), null));
    }

    private Query shaped(List<String> dimensions, String span) {
        return new Query(metric, parameters, question, dimensions, span);
    }
}
