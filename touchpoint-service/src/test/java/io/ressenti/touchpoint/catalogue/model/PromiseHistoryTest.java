package io.ressenti.touchpoint.catalogue.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromiseHistoryTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void theSamePromiseAgainChangesNothing() {
        // Given
        var stored = List.of(promise(72, null, JUNE), promise(48, JUNE, NEXT_YEAR), promise(24, NEXT_YEAR, null));

        // When
        var history = PromiseHistory.change(stored, List.of(promise(48, null, null)), NOW);

        // Then
        assertThat(history).isEqualTo(stored);
    }

    @Test
    void anotherPromiseStartsNowAndEndsTheOneInForce() {
        // Given
        var stored = List.of(promise(72, null, JUNE), promise(48, JUNE, null));

        // When
        var history = PromiseHistory.change(stored, List.of(promise(24, null, null)), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, JUNE), promise(48, JUNE, NOW), promise(24, NOW, null));
    }

    @Test
    void anotherPromiseTakesThePlaceOfThoseThatAreToCome() {
        // Given
        var stored = List.of(promise(72, null, NEXT_YEAR), promise(48, NEXT_YEAR, null));

        // When
        var history = PromiseHistory.change(stored, List.of(promise(24, null, null)), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, NOW), promise(24, NOW, null));
    }

    @Test
    void newWordsAreAnotherPromise() {
        // Given
        var stored = List.of(promise(72, null, null));
        var told = new Promise("delayHours", 0, 72, "h", Map.of("fr", "À l'heure"), null, null);

        // When
        var history = PromiseHistory.change(stored, List.of(told), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, NOW), told.during(NOW, null));
    }

    @Test
    void anEndAloneEndsTheOneInForce() {
        // Given
        var stored = List.of(promise(72, JANUARY, null));

        // When
        var history = PromiseHistory.change(stored, List.of(promise(72, null, NEXT_YEAR)), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, JANUARY, NEXT_YEAR));
    }

    @Test
    void aStartTakesThePlaceOfWhatWasPromisedFromThenOn() {
        // Given
        var stored = List.of(promise(72, null, JUNE), promise(48, JUNE, null));

        // When
        var history = PromiseHistory.change(stored, List.of(promise(24, JANUARY, null)), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, JANUARY), promise(24, JANUARY, null));
    }

    @Test
    void aWholeHistoryStandsAsItIs() {
        // Given
        var stored = List.of(promise(72, null, null));
        var wanted = List.of(promise(24, JUNE, null), promise(48, null, JUNE));

        // When
        var history = PromiseHistory.change(stored, wanted, NOW);

        // Then
        assertThat(history).containsExactly(promise(48, null, JUNE), promise(24, JUNE, null));
    }

    @Test
    void whatIsPromisedNoMoreEndsNowAndItsPastStays() {
        // Given
        var stored = List.of(promise(72, null, JUNE), promise(48, JUNE, NEXT_YEAR), promise(24, NEXT_YEAR, null));

        // When
        var history = PromiseHistory.change(stored, List.of(), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, JUNE), promise(48, JUNE, NOW));
    }

    @Test
    void whatIsPromisedForTheFirstTimeStartsNow() {
        // Given
        var stored = List.of(promise(72, null, null));
        var calls = Promise.of("calls", 1, 3);

        // When
        var history = PromiseHistory.change(stored, List.of(promise(72, null, null), calls), NOW);

        // Then
        assertThat(history).containsExactly(promise(72, null, null), calls.during(NOW, null));
    }

    private static Promise promise(double tolerance, Instant since, Instant until) {
        return new Promise("delayHours", 0, tolerance, "h", Map.of(), since, until);
    }
}
