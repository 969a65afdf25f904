package io.ressenti.touchpoint.ingestion.model;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTimeTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({
        // occurredAt, sentAt, corrected to (empty: not corrected)
        "2026-11-22T09:00:00Z, 2026-11-22T11:59:58Z, ",
        "2026-11-22T09:00:00Z, 2026-11-22T11:55:00Z, ", // just within the limit
        "2026-11-22T09:00:00Z, 2026-11-22T12:05:00Z, ",
        "2026-11-22T09:00:00Z, 2026-11-22T11:54:59Z, 2026-11-22T09:05:01Z", // just beyond
        "2026-11-22T11:50:00Z, 2026-11-22T14:00:00Z, 2026-11-22T09:50:00Z", // two hours fast: a time zone
        "2006-01-01T00:00:30Z, 2006-01-01T00:01:00Z, 2026-11-22T11:59:30Z", // a till whose battery is empty
        "2006-01-01T00:02:00Z, 2006-01-01T00:01:00Z, 2026-11-22T12:00:00Z", // it cannot be sent before it happens
    })
    void isCorrectedWhereTheClientsClockIsOff(Instant occurredAt, Instant sentAt, Instant corrected) {
        // Given a client that says both times

        // When
        var time = EventTime.of(occurredAt, sentAt, RECEIVED, LIMIT);

        // Then
        assertThat(time)
                .isEqualTo(corrected == null ? new EventTime(occurredAt, null) : new EventTime(corrected, occurredAt));
    }

    @Test
    void isTakenAsItIsWhereTheClientDoesNotSayWhenItSent() {
        // Given
        var occurredAt = Instant.parse("2006-01-01T00:00:00Z");

        // When
        var time = EventTime.of(occurredAt, null, RECEIVED, LIMIT);

        // Then
        assertThat(time).isEqualTo(new EventTime(occurredAt, null));
    }
}
