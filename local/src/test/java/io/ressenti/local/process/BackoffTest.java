package io.ressenti.local.process;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "5,8000", "6,15000", "1000,15000"})
    void eachWaitIsTwiceTheLastUpToTheMost(int failures, long millis) {
        assertThat(backoff.delay(failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void whatRanForLongBeginsAnew() {
        assertThat(backoff.failures(7, Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(backoff.failures(7, Duration.ofSeconds(29))).isEqualTo(8);
    }
}
