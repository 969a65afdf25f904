package io.ressenti.cli.imports;

import io.ressenti.cli.client.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has become of the items of a file so far.
 *
 * @param items    all of them
 * @param leftOut  those that the mapping leaves out
 * @param rejected those that were not taken, by reason
 */
record Totals(long items, long accepted, long leftOut, Map<String, Reason> rejected) {

    static final Totals NONE = new Totals(0, 0, 0, Map.of());

    /** So many reasons are told apart; a file that is wrong in more ways than that is another file. */
    private static final int MOST_REASONS = 50;

    private static final String OTHERS = "other reasons";

    Totals {
        rejected = new TreeMap<>(rejected);
    }

    /**
     * How often something was wrong.
     *
     * @param words what the first of them was told
     * @param lines of the first few
     */
    record Reason(long count, String words, List<Long> lines) {

        private static final int EXAMPLES = 5;

        private Reason plus(Reason other) {
            var first = Stream.concat(lines.stream(), other.lines.stream())
                    .limit(EXAMPLES)
                    .toList();
            return new Reason(count + other.count, words, first);
        }
    }

    /** The totals of a batch. */
    static Totals of(long accepted, long leftOut, List<RejectedItem> rejected) {
        Map<String, Reason> reasons = new TreeMap<>();
        rejected.forEach(
                item -> add(reasons, nameOf(item.problem()), new Reason(1, wordsOf(item), List.of(item.line()))));
        return new Totals(accepted + leftOut + rejected.size(), accepted, leftOut, reasons);
    }

    /** Both together; {@code later} comes behind these in the file. */
    Totals plus(Totals later) {
        var together = new TreeMap<>(rejected);
        later.rejected.forEach((name, reason) -> add(together, name, reason));
        return new Totals(items + later.items, accepted + later.accepted, leftOut + later.leftOut, together);
    }

    /** How many were not taken. */
    long rejectedCount() {
        return rejected.values().stream().mapToLong(Reason::count).sum();
    }

    private static void add(Map<String, Reason> reasons, String name, Reason reason) {
        var isNew = !reasons.containsKey(name);
        reasons.merge(isNew && reasons.size() >= MOST_REASONS ? OTHERS : name, reason, Reason::plus);
    }

    /** The last part of the problem's type, and where it is wrong: what many rows have in common. */
    private static String nameOf(Problem problem) {
        if (problem == null || problem.type() == null) {
            return "unnamed";
        }
        var name = problem.type().substring(problem.type().lastIndexOf(':') + 1);
        var places = problem.errors();
        return places == null || places.isEmpty()
                ? name
                : name + " " + places.getFirst().pointer();
    }

    private static String wordsOf(RejectedItem item) {
        return item.problem() == null ? "no reason was given" : item.problem().words();
    }
}
