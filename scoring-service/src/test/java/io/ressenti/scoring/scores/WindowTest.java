package io.ressenti.scoring.scores;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.scores.Resolution.DAY;
import static io.ressenti.scoring.scores.Resolution.HOUR;
import static io.ressenti.scoring.scores.Resolution.MONTH;
import static io.ressenti.scoring.scores.Resolution.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    @Test
    void readsAsMuchAsPossibleFromTheLongestSpans() {
        // Given
        var window = new Window(at("2017-11-28T22:30:00Z"), at("2018-02-02T01:00:01Z"));

        // When
        var stretches = window.stretches(MONTH);

        // Then
        assertThat(stretches)
                .containsExactly(
                        new Stretch(SIGNAL, at("2017-11-28T22:30:00Z"), at("2017-11-28T23:00:00Z")),
                        new Stretch(HOUR, at("2017-11-28T23:00:00Z"), at("2017-11-29T00:00:00Z")),
                        new Stretch(DAY, at("2017-11-29T00:00:00Z"), at("2017-12-01T00:00:00Z")),
                        new Stretch(MONTH, at("2017-12-01T00:00:00Z"), at("2018-02-01T00:00:00Z")),
                        new Stretch(DAY, at("2018-02-01T00:00:00Z"), at("2018-02-02T00:00:00Z")),
                        new Stretch(HOUR, at("2018-02-02T00:00:00Z"), at("2018-02-02T01:00:00Z")),
                        new Stretch(SIGNAL, at("2018-02-02T01:00:00Z"), at("2018-02-02T01:00:01Z")));
    }

    @Test
    void usesNoSpansThatAreTooLong() {
        // Given
        var window = new Window(at("2017-12-01T00:00:00Z"), at("2018-02-01T00:00:00Z"));

        // When
        var stretches = window.stretches(DAY);

        // Then
        assertThat(stretches).containsExactly(new Stretch(DAY, window.from(), window.to()));
    }

    @Test
    void readsAWindowWithinAnHourSignalBySignal() {
        // Given
        var window = new Window(at("2018-01-31T22:15:00Z"), at("2018-01-31T22:15:00.000001Z"));

        // When
        var stretches = window.stretches(MONTH);

        // Then
        assertThat(stretches).containsExactly(new Stretch(SIGNAL, window.from(), window.to()));
    }

    @Test
    void isOneStretchWithoutBounds() {
        // When
        var stretches = new Window(null, null).stretches(MONTH);

        // Then
        assertThat(stretches)
                .containsExactly(new Stretch(MONTH, at("0001-01-01T00:00:00Z"), at("+10000-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-01T00:00:00Z, 2018-03-01T00:00:00Z, 2018-01-04T00:00:00Z",
        "0001-01-02T00:00:00Z, 9999-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    })
    void isPrecededByOneOfTheSameLength(Instant from, Instant to, Instant before) {
        // When
        var earlier = new Window(from, to).before();

        // Then
        assertThat(earlier).isEqualTo(new Window(before, from));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-01T00:00:00Z, 2018-03-01T00:00:00Z, true",
        ", 2018-03-01T00:00:00Z, false",
        "2018-02-01T00:00:00Z, , false",
    })
    void isClosedWithBothEnds(Instant from, Instant to, boolean closed) {
        // When
        var window = new Window(from, to);

        // Then
        assertThat(window.isClosed()).isEqualTo(closed);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
