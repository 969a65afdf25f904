package io.ressenti.scoring.model;

import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

class RatingTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());

    @ParameterizedTest
    @CsvSource({
        "0, false, true",
        "6, false, true",
        "7, false, false",
        "8, false, false",
        "9, true, false",
        "10, true, false"
    })
    void tellsPromotersFromPassivesAndDetractors(int value, boolean promoter, boolean detractor) {
        // When
        var rating = Rating.nps(value);

        // Then
        assertThat(rating).isEqualTo(new Rating(Series.NPS, value, promoter, detractor));
    }

    @ParameterizedTest
    @CsvSource({"7, 4, false", "7, 5, true", "4, 2, false", "4, 3, true", "10, 6, false", "10, 7, true"})
    void takesTwoThirdsOfTheWayUpForEasy(int scale, int value, boolean easy) {
        // When
        var rating = Rating.ces(value, new Scale(1, scale));

        // Then
        assertThat(rating).isEqualTo(new Rating(Series.ces(scale), value, easy, false));
    }

    @Test
    void keepsStarsAndSatisfactionApart() {
        // When
        var stars = Rating.stars(4, new Scale(1, 5));
        var satisfaction = Rating.csat(4, new Scale(1, 5));

        // Then
        assertThat(stars).isEqualTo(new Rating(new Series("STARS:5"), 4, true, false));
        assertThat(satisfaction).isEqualTo(new Rating(new Series("CSAT:5"), 4, true, false));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "0.001, true", "500, true"})
    void countsAPromiseBrokenByHoweverLittle(double hours, boolean broken) {
        // When
        var signal = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS, delay(hours)))
                .signals()
                .getFirst();

        // Then
        assertThat(signal.rating()).isEqualTo(broken ? new Rating(Series.broken("delayHours"), 1, false, true) : null);
    }

    @Test
    void measuresAPromiseFromItsLimit() {
        // Given ten minutes where five were promised, and ten more forgiven
        var queue = PromiseMeasured.of("queueMinutes", 10, 5, 10, "min");

        // When
        var signal = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS, queue))
                .signals()
                .getFirst();

        // Then
        assertThat(signal.value()).isEqualTo(50);
    }

    @Test
    void namesTheMeasureOfABrokenPromise() {
        // When
        var measure = Series.broken("delayHours").brokenMeasure();

        // Then
        assertThat(measure).contains("delayHours");
        assertThat(Series.csat(5).brokenMeasure()).isEmpty();
    }
}
