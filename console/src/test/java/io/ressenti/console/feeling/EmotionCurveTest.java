package io.ressenti.console.feeling;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmotionCurveTest {

    @Test
    void delightIsAtTheTopAndDisappointmentAtTheBottom() {
        var curve = EmotionCurve.through(List.of(100.0, 0.0));

        assertThat(curve.width()).isEqualTo(200);
        assertThat(curve.points())
                .containsExactly(new EmotionCurve.Point(50, 10, 100), new EmotionCurve.Point(150, 90, 0));
        assertThat(curve.path()).isEqualTo("M50.0 10.0 C83.3 10.0 116.7 90.0 150.0 90.0");
        assertThat(curve.feelings()).containsExactly(Feeling.DELIGHTED, Feeling.LET_DOWN);
    }

    @Test
    void passesOverMomentsThatSayNothing() {
        var curve = EmotionCurve.through(Arrays.asList(80.0, null, 20.0, null));

        assertThat(curve.width()).isEqualTo(400);
        assertThat(curve.points()).extracting(EmotionCurve.Point::x).containsExactly(50.0, 250.0);
    }

    @Test
    void neverLeavesTheRangeOfItsNeighbours() {
        var values = List.of(100.0, 99.0, 2.0, 0.0, 0.0, 97.0, 100.0);

        var path = EmotionCurve.through(values).path();

        var heights = Pattern.compile("[0-9.]+ ([0-9.]+)").matcher(path);
        assertThat(heights.results().map(match -> Double.parseDouble(match.group(1))))
                .hasSize(1 + 3 * 6)
                .allSatisfy(y -> assertThat(y).isBetween(10.0, 90.0));
    }

    @Test
    void oneMomentIsNoLine() {
        assertThat(EmotionCurve.through(List.of(40.0)).path()).isEmpty();
        assertThat(EmotionCurve.through(List.of()).points()).isEmpty();
    }

    @Test
    void feelingsFollowTheBandsOfTheScore() {
        assertThat(Feeling.of(19.9)).isEqualTo(Feeling.LET_DOWN);
        assertThat(Feeling.of(20)).isEqualTo(Feeling.DISAPPOINTED);
        assertThat(Feeling.of(40)).isEqualTo(Feeling.MIXED);
        assertThat(Feeling.of(60)).isEqualTo(Feeling.CONTENT);
        assertThat(Feeling.of(80)).isEqualTo(Feeling.DELIGHTED);
    }
}
