package io.ressenti.scoring.upkeep;

import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Counts how many customers' scores agree with their signals. */
final class ScoreTally {

    private final List<Difference> examples = new ArrayList<>();
    private long customers;
    private long differences;
    private double maxDeviation;

    /** Counts a customer; {@code stored} is null where there is no score. */
    void add(CustomerKey customer, CustomerScore stored, CustomerScore recomputed) {
        customers++;
        var deviation = stored == null ? 1 : deviation(stored, recomputed);
        maxDeviation = Math.max(maxDeviation, deviation);
        if (stored == null || !sameCounts(stored, recomputed) || deviation > TableReport.TOLERANCE) {
            differences++;
            if (examples.size() < TableReport.MAX_EXAMPLES) {
                examples.add(new Difference(Map.of("brand", customer.brand()), numbers(stored), numbers(recomputed)));
            }
        }
    }

    /** Counts scores of customers who have no signal. */
    void unfounded(long scores) {
        customers += scores;
        differences += scores;
    }

    TableReport report(String table) {
        return new TableReport(table, customers, differences, maxDeviation, examples);
    }

    private static boolean sameCounts(CustomerScore stored, CustomerScore recomputed) {
        return stored.n() == recomputed.n()
                && Objects.equals(stored.peak(), recomputed.peak())
                && Objects.equals(stored.last(), recomputed.last())
                && Objects.equals(stored.bestStated(), recomputed.bestStated());
    }

    private static double deviation(CustomerScore stored, CustomerScore recomputed) {
        return DoubleStream.of(
                        deviation(stored, recomputed, CustomerScore::weight),
                        deviation(stored, recomputed, CustomerScore::weightedValue),
                        deviation(stored, recomputed, CustomerScore::squaredWeight))
                .max()
                .orElseThrow();
    }

    private static double deviation(
            CustomerScore stored, CustomerScore recomputed, ToDoubleFunction<CustomerScore> sum) {
        var one = sum.applyAsDouble(stored);
        var other = sum.applyAsDouble(recomputed);
        return one == other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
    }

    private static Map<String, Double> numbers(CustomerScore score) {
        if (score == null) {
            return null;
        }
        Map<String, Double> numbers = new HashMap<>();
        numbers.put("n", (double) score.n());
        numbers.put("weight", score.weight());
        numbers.put("weightedValue", score.weightedValue());
        numbers.put("squaredWeight", score.squaredWeight());
        numbers.put("peak", value(score.peak()));
        numbers.put("last", value(score.last()));
        numbers.put("bestStated", score.bestStated());
        return numbers;
    }

    private static Double value(Moment moment) {
        return moment == null ? null : moment.value();
    }
}
