package io.ressenti.cli.client;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(2));

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(POLICY.waitAfter(1, null, 0.5)).isEqualTo(Duration.ofMillis(200));
        assertThat(POLICY.waitAfter(3, null, 0.5)).isEqualTo(Duration.ofMillis(800));
        assertThat(POLICY.waitAfter(40, null, 0.99)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void spreadsTheWaitByAQuarterEitherWay() {
        assertThat(POLICY.waitAfter(1, null, 0)).isEqualTo(Duration.ofMillis(150));
        assertThat(POLICY.waitAfter(1, null, 0.999)).isEqualTo(Duration.ofMillis(249));
    }

    @Test
    void waitsAsLongAsTheServiceAsksWithinReason() {
        assertThat(POLICY.waitAfter(1, Duration.ofSeconds(3), 0.5)).isEqualTo(Duration.ofSeconds(3));
        assertThat(POLICY.waitAfter(1, Duration.ofHours(1), 0.5)).isEqualTo(Duration.ofSeconds(10));
    }
}
