package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Estimate;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.RankingOrder;
import io.ressenti.scoring.model.Sums;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Groups in the order of a ranking: total, and the same for the same sums. Groups with too few values have no place in it.
 *
 * @param whole  the sums of all groups, which small groups lean on
 * @param ranked the top first
 * @param tooFew the largest first
 */
record Ranking(Sums whole, List<Entry> ranked, List<Entry> tooFew) {

    /**
     * One group.
     *
     * @param before its sums in the window before; of nothing where that was not asked for
     */
    record Entry(Map<String, String> dimensions, Sums sums, Sums before) {

        /** Tells it from every other entry. */
        private String name() {
            return String.join(
                    "\n",
                    dimensions.values().stream()
                            .map(value -> value == null ? "" : value)
                            .toList());
        }

        private boolean isLarge(RankingOrder order) {
            return sums.n() >= Estimate.ENOUGH && (!order.ofChanges() || before.n() >= Estimate.ENOUGH);
        }
    }

    private record Placed(Entry entry, double bound) {}

    private static final double ROUNDING = 1e-9;

    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.<Entry>comparingLong(entry -> entry.sums.n()).reversed().thenComparing(Entry::name);

    /**
     * Ranks groups.
     *
     * @param before the groups of the window before; empty where {@code order} does not compare windows
     */
    static Ranking of(Metric metric, RankingOrder order, List<Group> groups, List<Group> before) {
        var whole = groups.stream().map(Group::sums).reduce(Sums.NONE, Sums::plus);
        var earlier = before.stream().collect(Collectors.toMap(Group::dimensions, Group::sums));
        var entries = groups.stream()
                .map(group -> new Entry(
                        group.dimensions(), group.sums(), earlier.getOrDefault(group.dimensions(), Sums.NONE)))
                .collect(Collectors.partitioningBy(entry -> entry.isLarge(order)));
        var ranked = entries.get(true).stream()
                .map(entry -> new Placed(entry, rounded(bound(metric, order, entry, whole))))
                .sorted(Comparator.comparing(Placed::bound, order.boundsFirst(metric.higherIsBetter()))
                        .thenComparing(Placed::entry, LARGEST_FIRST))
                .map(Placed::entry)
                .toList();
        return new Ranking(
                whole, ranked, entries.get(false).stream().sorted(LARGEST_FIRST).toList());
    }

    /** Equal groups may differ by a hair, depending on the order in which their values were added up. */
    private static double rounded(double bound) {
        return Math.rint(bound / ROUNDING) * ROUNDING;
    }

    /** The number that the order goes by. */
    static double bound(Metric metric, RankingOrder order, Entry entry, Sums whole) {
        var statistic = metric.statistic();
        var interval = order.ofChanges()
                ? statistic.change(entry.before, entry.sums, whole)
                : statistic.rankingInterval(entry.sums, whole);
        return order.bound(interval, metric.higherIsBetter());
    }
}
