package io.ressenti.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rfc3339Test {

    private static final String MUTATIONS = "0123456789-:.TZtz+ ";

    @ParameterizedTest
    @MethodSource({"times", "nearlyTimes"})
    void readsWhatTheJdkReads(String text) {
        // Given
        var expected = byTheJdk(text);

        // When
        var read = read(text);

        // Then
        assertThat(read).as(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-01-01T00:00:00+25:00",
                "0000-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-14:00"
            })
    void refusesYearsThatNobodyMeans(String text) {
        // When
        assertThatThrownBy(() -> Rfc3339.parse(text))
                // Then
                .isInstanceOf(DateTimeException.class);
    }

    static Stream<String> times() {
        var random = new Random(7);
        var usual = IntStream.range(0, 500)
                .mapToObj(i -> Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_799L)))
                .flatMap(time -> Stream.of(time, time.plusNanos(random.nextInt(1_000_000_000)), time.plusMillis(7)))
                .map(Instant::toString);
        var unusual = Stream.of(
                "2026-01-18T22:56:59.1Z",
                "2026-01-18T22:56:59.000000001Z",
                "2024-02-29T00:00:00Z",
                "2026-01-31T23:59:59.999999999Z",
                "2026-01-18t22:56:59z",
                "2026-01-18T22:56:59+01:00",
                "2026-01-18T22:56Z",
                "0000-01-01T00:00:00Z",
                "9999-12-28T23:59:59Z");
        return Stream.concat(usual, unusual);
    }

    /** Times in which something is wrong, or now and then still right. */
    static Stream<String> nearlyTimes() {
        var random = new Random(11);
        return times().flatMap(time -> Stream.of(
                replaced(time, random),
                time.substring(random.nextInt(time.length())),
                time + 'Z',
                time.replace("Z", "")));
    }

    private static String replaced(String time, Random random) {
        var at = random.nextInt(time.length());
        return time.substring(0, at) + MUTATIONS.charAt(random.nextInt(MUTATIONS.length())) + time.substring(at + 1);
    }

    private static Optional<Instant> byTheJdk(String text) {
        try {
            var time = OffsetDateTime.parse(text);
            return time.getYear() < 0 || time.getYear() > 9999 ? Optional.empty() : Optional.of(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Rfc3339.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
