package io.ressenti.notification.delivery;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({
        "1, 0.0, 500",
        "1, 0.5, 750",
        "2, 0.0, 1000",
        "5, 0.0, 8000",
        "12, 0.0, 900000",
        "20, 0.0, 900000",
        "2000000000, 0.5, 1350000"
    })
    void theWaitDoublesUpToTheLongest(int attempt, double random, long millis) {
        assertThat(backoff.after(attempt, random)).hasMillis(millis);
    }
}
