package io.ressenti.console.login;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginThrottleTest {

    private final MovingClock clock = new MovingClock();
    private final LoginThrottle throttle = new LoginThrottle(new TestLoginConfig(Path.of("none")), clock);

    @Test
    void waitsTwiceAsLongAfterEachFurtherWrongTry() {
        assertThat(throttle.take("eve")).isZero();
        assertThat(throttle.take("eve")).isZero();
        assertThat(throttle.take("eve")).isEqualTo(Duration.ofSeconds(10));

        clock.now = clock.now.plusSeconds(10);
        assertThat(throttle.take("eve")).isZero();
        assertThat(throttle.take("eve")).isEqualTo(Duration.ofSeconds(20));
        assertThat(throttle.take("adam")).isZero();
    }

    @Test
    void neverWaitsLongerThanTheLongestWait() {
        for (int i = 0; i < 100; i++) {
            throttle.take("eve");
            clock.now = clock.now.plusSeconds(60);
        }
        throttle.take("eve");

        assertThat(throttle.take("eve")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void forgetsWrongTriesOfWhoeverLogsIn() {
        throttle.take("adam");
        throttle.take("adam");

        throttle.succeeded("adam");

        assertThat(throttle.take("adam")).isZero();
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
