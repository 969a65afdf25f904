package io.ressenti.scoring.scores;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.scoring.csv.CsvTable;
import io.ressenti.scoring.csv.Tabular;
import io.ressenti.scoring.model.Interval;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.Statistic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A ranking, and what one has to know to read it.
 *
 * @param order       what stands at the top
 * @param priorWeight k of the shrunk values: how many values of the whole are added in thought
 * @param whole       everything that is ranked, together; null where there is nothing
 * @param ranked      how many are ranked; {@code rows} are the first of them
 * @param tooFewCount how many have too few values to be ranked; {@code tooFew} are the largest of them
 */
@RegisterForReflection(registerFullHierarchy = true) // resources answer with a Response, which does not tell
record RankingView(
        String metric,
        String formula,
        int version,
        double confidence,
        Instant from,
        Instant to,
        List<String> by,
        String order,
        double priorWeight,
        ScoreRow whole,
        int ranked,
        List<RankingRow> rows,
        int tooFewCount,
        List<TooFewRow> tooFew)
        implements Tabular {

    static RankingView of(RankingQuery query, Ranking ranking) {
        var metric = query.scores().metric();
        var sums = query.scores().sums();
        return new RankingView(
                metric.code(),
                metric.formula(),
                Metric.VERSION,
                Interval.CONFIDENCE,
                sums.window().from(),
                sums.window().to(),
                sums.byCodes(),
                query.order().code(),
                Statistic.PRIOR_WEIGHT,
                ranking.whole().n() == 0 ? null : ScoreRow.of(Map.of(), null, metric, ranking.whole()),
                ranking.ranked().size(),
                rows(query, ranking),
                ranking.tooFew().size(),
                tooFew(query, ranking));
    }

    private static List<RankingRow> rows(RankingQuery query, Ranking ranking) {
        var metric = query.scores().metric();
        return IntStream.range(0, Math.min(query.limit(), ranking.ranked().size()))
                .mapToObj(index -> RankingRow.of(
                        index + 1, metric, query.order(), ranking.ranked().get(index), ranking.whole()))
                .toList();
    }

    private static List<TooFewRow> tooFew(RankingQuery query, Ranking ranking) {
        return ranking.tooFew().stream()
                .limit(query.limit())
                .map(entry -> new TooFewRow(
                        entry.dimensions(),
                        entry.sums().n(),
                        query.order().ofChanges() ? entry.before().n() : null))
                .toList();
    }

    /** Those with too few values come last, without a rank. */
    @Override
    public CsvTable table() {
        var own = List.of("rank", "n", "value", "low", "high", "shrunk", "bound");
        var ofChanges = List.of("nBefore", "before", "change", "changeLow", "changeHigh");
        var ranks = rows.stream().map(this::cells);
        var unranked = tooFew.stream().map(this::cells);
        return new CsvTable(
                metric + "-" + order,
                CsvTable.concat(by, own, ofChanges),
                Stream.concat(ranks, unranked).toList());
    }

    private List<Object> cells(RankingRow row) {
        var own = CsvTable.row(row.rank(), row.n(), row.value(), row.low(), row.high(), row.shrunk(), row.bound());
        var change = row.change();
        var ofChange = change == null
                ? CsvTable.row(null, null, null, null, null)
                : CsvTable.row(change.n(), change.before(), change.points(), change.low(), change.high());
        return CsvTable.concat(names(row.dimensions()), own, ofChange);
    }

    private List<Object> cells(TooFewRow row) {
        var own = CsvTable.row(null, row.n(), null, null, null, null, null);
        return CsvTable.concat(names(row.dimensions()), own, CsvTable.row(row.nBefore(), null, null, null, null));
    }

    private List<String> names(Map<String, String> dimensions) {
        return by.stream().map(dimensions::get).toList();
    }
}
