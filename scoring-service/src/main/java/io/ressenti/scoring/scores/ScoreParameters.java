package io.ressenti.scoring.scores;

import io.ressenti.contracts.Stage;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.scoring.model.AnswerScale;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.Voice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a query's parameters strictly: what is not understood is refused, and never silently left out of the answer. */
final class ScoreParameters {

    private static final List<String> METRICS = List.of("nps", "csat", "ces", "experience", "dissatisfied-share");
    private static final Set<String> COMMON =
            Set.of("by", "bucket", "from", "to", "touchpoint", "stage", "channel", "partner");
    private static final Pattern CSAT_SCALE = Pattern.compile("(?<stars>stars:)?(?<scale>[2-9]|10)");
    private static final Pattern CES_SCALE = Pattern.compile("[2-9]|10");
    private static final int MAX_DIMENSIONS = 2;
    private static final int MAX_YEAR = 9999;

    private final Map<String, List<String>> parameters;

    private ScoreParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * The query.
     *
     * @throws ProblemException where the metric or a parameter is not understood
     */
    static ScoreQuery parse(String metric, Map<String, List<String>> parameters) {
        return new ScoreParameters(parameters).query(metric);
    }

    private ScoreQuery query(String metric) {
        refuseUnknown(metric);
        return new ScoreQuery(metric(metric), by(), bucket(), window(), filters());
    }

    private Metric metric(String code) {
        return switch (code) {
            case "nps" -> new Metric.Nps();
            case "csat" -> new Metric.Csat(csatScale());
            case "ces" -> new Metric.Ces(cesScale());
            case "experience" -> new Metric.Experience(voice());
            case "dissatisfied-share" -> new Metric.DissatisfiedShare(voice());
            default ->
                throw new ProblemException(Problem.notFound(
                        "There is no metric \"" + code + "\". Ask for one of: " + String.join(", ", METRICS) + "."));
        };
    }

    private void refuseUnknown(String metric) {
        List<String> known = new ArrayList<>(COMMON);
        switch (metric) {
            case "csat", "ces" -> known.add("scale");
            case "experience", "dissatisfied-share" -> known.add("of");
            default -> {} // no parameter of its own
        }
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> refuse(
                        name,
                        "Unknown parameter. Remove it, or use one of: "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    private AnswerScale csatScale() {
        return value("scale").map(this::csatScale).orElse(AnswerScale.USUAL);
    }

    private AnswerScale csatScale(String text) {
        var match = CSAT_SCALE.matcher(text);
        return match.matches()
                ? new AnswerScale(match.group("stars") != null, Integer.parseInt(match.group("scale")))
                : refuse("scale", "Use 2 to 10 for satisfaction on 1..scale, or stars:2 to stars:10 for stars.");
    }

    private int cesScale() {
        return value("scale").map(this::cesScale).orElse(Metric.Ces.USUAL_SCALE);
    }

    private Integer cesScale(String text) {
        return CES_SCALE.matcher(text).matches() ? Integer.valueOf(text) : refuse("scale", "Use 2 to 10.");
    }

    private Voice voice() {
        return value("of")
                .map(text ->
                        oneOf("of", text, Voice.values(), voice -> voice.name().toLowerCase(Locale.ROOT)))
                .orElse(Voice.ALL);
    }

    private Set<Dimension> by() {
        var names = value("by").map(text -> text.split(",", -1)).orElse(new String[0]);
        Set<Dimension> dimensions = new LinkedHashSet<>();
        for (var name : names) {
            dimensions.add(oneOf("by", name.strip(), Dimension.values(), Dimension::code));
        }
        if (dimensions.size() > MAX_DIMENSIONS || dimensions.size() < names.length) {
            return refuse("by", "Name one dimension, or two different ones with a comma between them.");
        }
        return dimensions;
    }

    private Optional<Bucket> bucket() {
        return value("bucket").map(text -> oneOf("bucket", text, Bucket.values(), Bucket::code));
    }

    private Window window() {
        var from = time("from");
        var to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            return refuse("to", "The window ends before it starts: \"to\" must be later than \"from\".");
        }
        return new Window(from, to);
    }

    private Instant time(String name) {
        return value(name).map(text -> time(name, text)).orElse(null);
    }

    private Instant time(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // refused below, like a year that RFC 3339 does not know
        }
        return refuse(
                name, "\"" + text + "\" is not an RFC 3339 time such as 2026-01-18T22:00:00Z; write \"+\" as %2B.");
    }

    private Map<Dimension, String> filters() {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        for (var dimension : Dimension.values()) {
            value(dimension.code()).ifPresent(text -> filters.put(dimension, text));
        }
        filters.computeIfPresent(Dimension.STAGE, (stage, text) -> oneOf("stage", text, Stage.values(), Stage::name)
                .name());
        return filters;
    }

    private Optional<String> value(String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            return refuse(name, "Give this parameter once.");
        }
        if (!values.isEmpty() && values.getFirst().indexOf('\0') >= 0) {
            return refuse(name, "The character U+0000 cannot occur here. Remove it.");
        }
        return values.stream().findFirst();
    }

    private <T> T oneOf(String name, String text, T[] allowed, Function<T, String> code) {
        return Arrays.stream(allowed)
                .filter(candidate -> code.apply(candidate).equals(text))
                .findFirst()
                .orElseGet(() -> refuse(
                        name,
                        "\"" + text + "\" is not one of: "
                                + Arrays.stream(allowed).map(code).collect(Collectors.joining(", ")) + "."));
    }

    private <T> T refuse(String name, String message) {
        throw new ProblemException(Problem.invalid("", "The parameter " + name + " is wrong. " + message));
    }
}
