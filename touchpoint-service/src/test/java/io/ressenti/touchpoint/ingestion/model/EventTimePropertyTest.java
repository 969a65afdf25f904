package io.ressenti.touchpoint.ingestion.model;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** A true clock, a client whose clock runs {@code skew} milliseconds ahead of it, and an event some time before its sending. */
class EventTimePropertyTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long YEARS = 20L * 365 * 86_400_000;

    @Property
    void theTrueTimeIsFoundWhateverTheSkew(
            @ForAll @LongRange(min = -YEARS, max = YEARS) long skew,
            @ForAll @LongRange(min = 0, max = 3 * 86_400_000) long age) {
        var sentAt = RECEIVED.plusMillis(skew);
        var occurredAt = sentAt.minusMillis(age);

        var time = EventTime.of(occurredAt, sentAt, RECEIVED, LIMIT);

        var truth = RECEIVED.minusMillis(age);
        assertThat(Duration.between(truth, time.occurredAt()).abs()).isLessThanOrEqualTo(LIMIT);
        if (Math.abs(skew) > LIMIT.toMillis()) {
            assertThat(time).isEqualTo(new EventTime(truth, occurredAt));
        }
    }

    @Property
    void aCorrectedTimeIsNeverInTheFuture(
            @ForAll @LongRange(min = -YEARS, max = YEARS) long skew,
            @ForAll @LongRange(min = -YEARS, max = YEARS) long age) {
        var sentAt = RECEIVED.plusMillis(skew);

        var time = EventTime.of(sentAt.minusMillis(age), sentAt, RECEIVED, LIMIT);

        assertThat(time.clientOccurredAt() != null && time.occurredAt().isAfter(RECEIVED))
                .isFalse();
    }
}
