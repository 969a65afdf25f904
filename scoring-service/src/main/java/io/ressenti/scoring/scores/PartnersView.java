package io.ressenti.scoring.scores;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.scoring.csv.CsvTable;
import io.ressenti.scoring.csv.Tabular;
import io.ressenti.scoring.model.Addend;
import io.ressenti.scoring.model.Interval;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.scores.BrokenPromises.BrokenPromise;
import io.ressenti.scoring.scores.Ranking.Entry;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The partners' parts in the brand's score.
 *
 * @param brand       the whole brand's experience score, own touchpoints included; null where there is no signal
 * @param ranked      how many partners have enough signals; {@code rows} are the first of them
 * @param rows        the worst first
 * @param tooFewCount how many partners have too few signals to be compared; {@code tooFew} are the largest of them
 */
@RegisterForReflection(registerFullHierarchy = true) // resources answer with a Response, which does not tell
record PartnersView(
        String formula,
        int version,
        double confidence,
        Instant from,
        Instant to,
        ScoreRow brand,
        int ranked,
        List<PartnerRow> rows,
        int tooFewCount,
        List<PartnerRow> tooFew)
        implements Tabular {

    private static final List<String> COLUMNS = List.of(
            "partner",
            "n",
            "value",
            "low",
            "high",
            "bound",
            "dissatisfied",
            "dissatisfiedShare",
            "dissatisfiedLow",
            "dissatisfiedHigh",
            "shareOfDissatisfaction",
            "brandWithout",
            "brokenPromises");

    /** The sums that it is made from. */
    static ScoreQuery query(Window window) {
        return ScoreQuery.by(Dimension.PARTNER, PartnerRow.EXPERIENCE.series(), EnumSet.allOf(Addend.class), window);
    }

    static PartnersView of(Window window, int limit, List<Group> groups, Map<String, List<BrokenPromise>> broken) {
        var ranking = Ranking.of(PartnerRow.EXPERIENCE, PartnerRow.ORDER, groups, List.of());
        var whole = ranking.whole();
        var ranked = partners(ranking.ranked());
        var tooFew = partners(ranking.tooFew());
        return new PartnersView(
                PartnerRow.EXPERIENCE.formula(),
                Metric.VERSION,
                Interval.CONFIDENCE,
                window.from(),
                window.to(),
                whole.n() == 0 ? null : ScoreRow.of(Map.of(), null, PartnerRow.EXPERIENCE, whole),
                ranked.size(),
                ranked.stream()
                        .limit(limit)
                        .map(entry -> PartnerRow.ranked(entry, whole, brokenBy(entry, broken)))
                        .toList(),
                tooFew.size(),
                tooFew.stream()
                        .limit(limit)
                        .map(entry -> PartnerRow.unranked(entry, whole, brokenBy(entry, broken)))
                        .toList());
    }

    /** The brand's own touchpoints are part of the whole, and no partner's. */
    private static List<Entry> partners(List<Entry> entries) {
        return entries.stream().filter(entry -> partner(entry) != null).toList();
    }

    private static String partner(Entry entry) {
        return entry.dimensions().get(Dimension.PARTNER.code());
    }

    private static List<BrokenPromise> brokenBy(Entry entry, Map<String, List<BrokenPromise>> broken) {
        return broken.getOrDefault(partner(entry), List.of());
    }

    /** Those with too few signals come last, without a bound. */
    @Override
    public CsvTable table() {
        List<PartnerRow> all = CsvTable.concat(rows, tooFew);
        return new CsvTable(
                "partners", COLUMNS, all.stream().map(PartnersView::cells).toList());
    }

    private static List<Object> cells(PartnerRow row) {
        var broken = row.brokenPromises().stream()
                .map(promise -> promise.measure() + "=" + promise.count())
                .collect(Collectors.joining("; "));
        return CsvTable.row(
                row.partner(),
                row.n(),
                row.value(),
                row.low(),
                row.high(),
                row.bound(),
                row.dissatisfied(),
                row.dissatisfiedShare(),
                row.dissatisfiedLow(),
                row.dissatisfiedHigh(),
                row.shareOfDissatisfaction(),
                row.brandWithout(),
                broken);
    }
}
