package io.ressenti.scoring.scores;

import io.ressenti.contracts.Stage;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.scoring.csv.Format;
import io.ressenti.scoring.model.AnswerScale;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.RankingOrder;
import io.ressenti.scoring.model.Voice;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is asked of metrics and rankings. */
final class ScoreParameters {

    static final int USUAL_LIMIT = 20;
    static final int MOST = 1000;

    private static final List<String> METRICS = List.of("nps", "csat", "ces", "experience", "dissatisfied-share");
    private static final Set<String> COMMON =
            Set.of("by", "from", "to", "touchpoint", "stage", "channel", "partner", Format.PARAMETER);
    private static final Set<String> OF_SCORES = Set.of("bucket");
    private static final Set<String> OF_RANKINGS = Set.of("order", "limit");
    private static final Pattern CSAT_SCALE = Pattern.compile("(?<stars>stars:)?(?<scale>[2-9]|10)");
    private static final Pattern CES_SCALE = Pattern.compile("[2-9]|10");
    private static final int MAX_DIMENSIONS = 2;

    private final QueryParameters parameters;

    private ScoreParameters(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is asked of {@code metric}.
     *
     * @throws ProblemException where the metric or a parameter is not understood
     */
    static MetricQuery scores(String metric, QueryParameters parameters) {
        parameters.allowOnly(known(metric, OF_SCORES));
        return new ScoreParameters(parameters).query(metric);
    }

    /**
     * What is asked of a ranking by {@code metric}.
     *
     * @throws ProblemException where the metric or a parameter is not understood
     */
    static RankingQuery ranking(String metric, QueryParameters parameters) {
        parameters.allowOnly(known(metric, OF_RANKINGS));
        return new ScoreParameters(parameters).rankingQuery(metric);
    }

    private static Set<String> known(String metric, Set<String> own) {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(own);
        switch (metric) {
            case "csat", "ces" -> known.add("scale");
            case "experience", "dissatisfied-share" -> known.add("of");
            default -> {} // no parameter of its own
        }
        return known;
    }

    private RankingQuery rankingQuery(String metric) {
        var order = parameters
                .oneOf("order", RankingOrder.values(), RankingOrder::code)
                .orElse(RankingOrder.BEST);
        var scores = query(metric);
        if (scores.sums().by().isEmpty()) {
            return parameters.refuse("by", "Say what is ranked: touchpoint, stage, channel, partner, or two of them.");
        }
        if (order.ofChanges() && !scores.sums().window().isClosed()) {
            return parameters.refuse(
                    "order",
                    "A change needs a window with \"from\" and \"to\": it is compared with the one before it.");
        }
        return new RankingQuery(scores, order, parameters.limit(USUAL_LIMIT, MOST));
    }

    private MetricQuery query(String code) {
        var metric = metric(code);
        var sums = new ScoreQuery(metric.series(), metric.addends(), by(), bucket(), parameters.window(), filters());
        return new MetricQuery(metric, sums);
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

    private AnswerScale csatScale() {
        return parameters.value("scale").map(this::csatScale).orElse(AnswerScale.USUAL);
    }

    private AnswerScale csatScale(String text) {
        var match = CSAT_SCALE.matcher(text);
        return match.matches()
                ? new AnswerScale(match.group("stars") != null, Integer.parseInt(match.group("scale")))
                : parameters.refuse(
                        "scale", "Use 2 to 10 for satisfaction on 1..scale, or stars:2 to stars:10 for stars.");
    }

    private int cesScale() {
        return parameters.value("scale").map(this::cesScale).orElse(Metric.Ces.USUAL_SCALE);
    }

    private Integer cesScale(String text) {
        return CES_SCALE.matcher(text).matches() ? Integer.valueOf(text) : parameters.refuse("scale", "Use 2 to 10.");
    }

    private Voice voice() {
        return parameters
                .oneOf("of", Voice.values(), voice -> voice.name().toLowerCase(Locale.ROOT))
                .orElse(Voice.ALL);
    }

    private Set<Dimension> by() {
        var names = parameters.value("by").map(text -> text.split(",", -1)).orElse(new String[0]);
        Set<Dimension> dimensions = new LinkedHashSet<>();
        for (var name : names) {
            dimensions.add(parameters.oneOf("by", name.strip(), Dimension.values(), Dimension::code));
        }
        if (dimensions.size() > MAX_DIMENSIONS || dimensions.size() < names.length) {
            return parameters.refuse("by", "Name one dimension, or two different ones with a comma between them.");
        }
        return dimensions;
    }

    private Optional<Bucket> bucket() {
        return parameters.oneOf("bucket", Bucket.values(), Bucket::code);
    }

    private Map<Dimension, String> filters() {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        for (var dimension : Dimension.values()) {
            parameters.value(dimension.code()).ifPresent(text -> filters.put(dimension, text));
        }
        filters.computeIfPresent(Dimension.STAGE, (stage, text) -> parameters
                .oneOf("stage", text, Stage.values(), Stage::name)
                .name());
        return filters;
    }
}
