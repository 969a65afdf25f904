package io.ressenti.scoring.model;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RankingOrderTest {

    private static final Interval NARROW = new Interval(50, 60);
    private static final Interval WIDE = new Interval(10, 90);

    @ParameterizedTest
    @CsvSource({
        "BEST, true, 50, 10",
        "BEST, false, 60, 90",
        "WORST, true, 60, 90",
        "WORST, false, 50, 10",
        "MOST_IMPROVED, true, 50, 10",
        "MOST_IMPROVED, false, 60, 90",
        "MOST_WORSENED, true, 60, 90",
        "MOST_WORSENED, false, 50, 10",
    })
    void putsWhatIsKnownWellBeforeWhatMayBeChance(
            RankingOrder order, boolean higherIsBetter, double first, double last) {
        // When
        var bounds = List.of(order.bound(WIDE, higherIsBetter), order.bound(NARROW, higherIsBetter)).stream()
                .sorted(order.boundsFirst(higherIsBetter));

        // Then
        assertThat(bounds).containsExactly(first, last);
    }

    @ParameterizedTest
    @CsvSource({
        "BEST, best, false",
        "WORST, worst, false",
        "MOST_IMPROVED, most-improved, true",
        "MOST_WORSENED, most-worsened, true"
    })
    void isCalledByItsCodeAndKnowsWhetherItComparesWindows(RankingOrder order, String code, boolean ofChanges) {
        // When
        var called = order.code();

        // Then
        assertThat(called).isEqualTo(code);
        assertThat(order.ofChanges()).isEqualTo(ofChanges);
    }
}
