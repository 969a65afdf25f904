package io.ressenti.scoring.model;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a metric does not ask for, none of its numbers depends on. */
class AddendTest {

    private static final Sums BEFORE = new Sums(40, 2500, 200_000, 20, 12);
    private static final Sums AFTER = new Sums(60, 4200, 350_000, 41, 9);

    static List<Metric> metrics() {
        return List.of(
                new Metric.Nps(),
                new Metric.Csat(AnswerScale.USUAL),
                new Metric.Ces(Metric.Ces.USUAL_SCALE),
                new Metric.Experience(Voice.ALL),
                new Metric.DissatisfiedShare(Voice.ALL));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void whatIsNotAskedForMayBeLeftOut(Metric metric) {
        // Given
        var before = only(metric.addends(), BEFORE);
        var after = only(metric.addends(), AFTER);
        var whole = before.plus(after);

        // When
        var estimate = metric.estimate(after);

        // Then
        assertThat(estimate).isEqualTo(metric.estimate(AFTER));
        var statistic = metric.statistic();
        var all = BEFORE.plus(AFTER);
        assertThat(statistic.shrunk(after, whole)).isEqualTo(statistic.shrunk(AFTER, all));
        assertThat(statistic.rankingInterval(after, whole)).isEqualTo(statistic.rankingInterval(AFTER, all));
        assertThat(statistic.change(before, after, whole)).isEqualTo(statistic.change(BEFORE, AFTER, all));
    }

    private static Sums only(Set<Addend> addends, Sums sums) {
        return new Sums(
                sums.n(),
                addends.contains(Addend.SUM) ? sums.sum() : 0,
                addends.contains(Addend.SQUARES) ? sums.squares() : 0,
                addends.contains(Addend.FAVOURABLE) ? sums.favourable() : 0,
                addends.contains(Addend.UNFAVOURABLE) ? sums.unfavourable() : 0);
    }
}
