package io.ressenti.scoring.model;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static org.assertj.core.api.Assertions.assertThat;

class VersionTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());

    @Test
    void theMostOftenAmendedVersionCountsThoughItWasReceivedLast() {
        // When, Then
        assertThat(new Version(1, NOON.plusSeconds(9), 9)).isGreaterThan(new Version(0, NOON, 1));
    }

    @Test
    void ofEqualRevisionsTheOneReceivedFirstCounts() {
        // When, Then
        assertThat(new Version(2, NOON, 9)).isGreaterThan(new Version(2, NOON.plusMillis(1), 1));
    }

    @Test
    void ofVersionsReceivedAtOnceTheSameOneCountsAlways() {
        // When, Then
        assertThat(new Version(0, NOON, -5)).isGreaterThan(new Version(0, NOON, 5));
        assertThat(new Version(0, NOON, 5)).isEqualByComparingTo(new Version(0, NOON, 5));
    }

    @Test
    void theFingerprintTellsWhatIsSaidAndByWhom() {
        // Given
        var event = READER.read(feedback("acme", "r-1", "c-1", NOON, csat(4)));

        // When, Then
        assertThat(READER.read(feedback("acme", "r-1", "c-1", NOON, csat(4))).fingerprint())
                .isEqualTo(event.fingerprint());
        assertThat(READER.read(feedback("acme", "r-1", "c-1", NOON, csat(5))).fingerprint())
                .isNotEqualTo(event.fingerprint());
        assertThat(READER.read(feedback("acme", "r-1", "c-2", NOON, csat(4))).fingerprint())
                .isNotEqualTo(event.fingerprint());
        assertThat(READER.read(feedback("acme", "r-1", "c-1", NOON.plusSeconds(1), csat(4)))
                        .fingerprint())
                .isNotEqualTo(event.fingerprint());
        assertThat(READER.read(feedback("acme", "r-1", "c-1", NOON, csat(4), nps(9)))
                        .fingerprint())
                .isNotEqualTo(event.fingerprint());
    }

    @Test
    void aVoidEventStandsForItsVersionAndSaysNothing() {
        // Given
        var event = READER.read(feedback("acme", "r-1", "c-1", NOON, csat(1)));

        // When
        var voided = event.voided();

        // Then
        assertThat(voided.version()).isEqualTo(event.version());
        assertThat(voided.signals()).isEmpty();
    }
}
