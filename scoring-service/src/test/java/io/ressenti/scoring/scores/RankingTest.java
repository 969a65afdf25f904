package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.AnswerScale;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.model.RankingOrder;
import io.ressenti.scoring.model.Sums;
import io.ressenti.scoring.model.Voice;
import io.ressenti.scoring.scores.Ranking.Entry;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTest {

    private static final Metric CSAT = new Metric.Csat(AnswerScale.USUAL);

    /** Three of three, ten of ten, 980 of 1,000, 20 of 40, 1 of 10. */
    private static final List<Group> GROUPS = List.of(
            csat("three", 3, 3),
            csat("ten", 10, 10),
            csat("many", 1000, 980),
            csat("half", 40, 20),
            csat("bad", 10, 1));

    @ParameterizedTest
    @CsvSource({
        "BEST, many, ten, half, bad",
        "WORST, bad, half, many, ten",
    })
    void ranksByTheBoundAndLeavesOutWhatIsTooFew(
            RankingOrder order, String first, String second, String third, String fourth) {
        // When
        var ranking = Ranking.of(CSAT, order, GROUPS, List.of());

        // Then
        assertThat(names(ranking.ranked())).containsExactly(first, second, third, fourth);
        assertThat(names(ranking.tooFew())).containsExactly("three");
        assertThat(ranking.whole().n()).isEqualTo(1063);
    }

    @Test
    void takesALowDissatisfiedShareForTheBest() {
        // Given
        var groups = List.of(dissatisfied("few", 10, 0), dissatisfied("many", 1000, 20), dissatisfied("bad", 50, 30));

        // When
        var best = Ranking.of(new Metric.DissatisfiedShare(Voice.ALL), RankingOrder.BEST, groups, List.of());
        var worst = Ranking.of(new Metric.DissatisfiedShare(Voice.ALL), RankingOrder.WORST, groups, List.of());

        // Then
        assertThat(names(best.ranked())).containsExactly("many", "few", "bad");
        assertThat(names(worst.ranked())).containsExactly("bad", "many", "few");
    }

    @ParameterizedTest
    @CsvSource({
        "MOST_IMPROVED, up, down, noisy",
        "MOST_WORSENED, down, up, noisy",
    })
    void ranksChangesAgainstTheWindowBefore(RankingOrder order, String first, String second, String third) {
        // Given
        var now = List.of(csat("up", 500, 450), csat("down", 500, 300), csat("noisy", 10, 8), csat("new", 50, 50));
        var before = List.of(csat("up", 500, 400), csat("down", 500, 400), csat("noisy", 10, 7), csat("gone", 50, 50));

        // When
        var ranking = Ranking.of(CSAT, order, now, before);

        // Then
        assertThat(names(ranking.ranked())).containsExactly(first, second, third);
        assertThat(names(ranking.tooFew())).containsExactly("new");
    }

    @Test
    void isTheSameWhateverTheOrderOfTheGroups() {
        // Given all alike but for their size and name
        List<Group> groups = new ArrayList<>(
                List.of(csat("b", 20, 20), csat("a", 20, 20), csat("c", 20, 20), csat("x", 3, 3), csat("z", 4, 4)));
        Collections.shuffle(groups, new Random(7));

        // When
        var ranking = Ranking.of(CSAT, RankingOrder.BEST, groups, List.of());

        // Then
        assertThat(names(ranking.ranked())).containsExactly("a", "b", "c");
        assertThat(names(ranking.tooFew())).containsExactly("z", "x");
    }

    private static Group csat(String name, long n, long satisfied) {
        return new Group(Map.of("touchpoint", name), null, new Sums(n, 4.0 * n, 17.0 * n, satisfied, 0));
    }

    private static Group dissatisfied(String name, long n, long bad) {
        return new Group(Map.of("touchpoint", name), null, new Sums(n, 50.0 * n, 2600.0 * n, 0, bad));
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.dimensions().get("touchpoint"))
                .toList();
    }
}
