package io.ressenti.bench.drops;

import io.ressenti.bench.report.Table;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.Drop.State;
import io.ressenti.scoring.model.drop.Tally;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What was found, as Markdown. */
record DropsReport(List<WatchedSeries> series, int signals) {

    private static final double DAYS_A_YEAR = 365.25;
    private static final int SHORT_ID = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private record Found(WatchedSeries series, Drop drop) {}

    String markdown() {
        return """
                # Drops in the orders of Olist

                %,d signals of two years, watched as docs/scoring.md says (a false alarm of each series in 30 days, at most).

                %s
                ## Touchpoints
                %s
                ## Partners
                %s""".formatted(
                signals, rates().text(), drops(one -> one.partner() == null), drops(one -> one.partner() != null));
    }

    private Table rates() {
        var table = new Table("series", "watched", "years watched", "drops", "a year and series", "at most");
        row(table, "touchpoints", one -> one.partner() == null);
        row(table, "partners", one -> one.partner() != null);
        return table;
    }

    private void row(Table table, String name, Predicate<WatchedSeries> kind) {
        var watched = series.stream()
                .filter(kind)
                .filter(one -> one.watchedDays() > 0)
                .toList();
        var years = watched.stream().mapToLong(WatchedSeries::watchedDays).sum() / DAYS_A_YEAR;
        var drops = watched.stream().mapToInt(one -> one.drops().size()).sum();
        table.row(
                name,
                "%,d of %,d"
                        .formatted(watched.size(), series.stream().filter(kind).count()),
                number(years),
                Integer.toString(drops),
                drops == 0 ? "" : number(drops / years),
                number(DAYS_A_YEAR / 30));
    }

    private String drops(Predicate<WatchedSeries> kind) {
        var table = new Table("series", "since", "detected", "before", "after", "end", "ended at");
        series.stream()
                .filter(kind)
                .flatMap(one -> one.drops().stream().map(drop -> new Found(one, drop)))
                .sorted(Comparator.comparing(found -> found.drop.detectedAt()))
                .forEach(found -> table.row(
                        name(found.series),
                        TIME.format(found.drop.since()),
                        TIME.format(found.drop.detectedAt()),
                        share(found.drop.before()),
                        share(found.drop.after()),
                        found.drop.state().name().toLowerCase(Locale.ROOT),
                        end(found.drop)));
        return table.text();
    }

    private static String name(WatchedSeries series) {
        return series.partner() == null
                ? series.touchpoint()
                : series.touchpoint() + " · " + series.partner().substring(0, SHORT_ID);
    }

    private static String end(Drop drop) {
        return drop.state() == State.OPEN ? "" : TIME.format(drop.end().at());
    }

    private static String share(Tally tally) {
        return String.format(Locale.ROOT, "%.1f %% of %,d", 100.0 * tally.dissatisfied() / tally.n(), tally.n());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
