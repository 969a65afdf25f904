package io.ressenti.bench.projector;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    @Test
    void countsFromTheFirstLookThatFoundAnything() {
        // Given a service that needs ten seconds to start, and gets faster
        var progress = new Progress();
        progress.add(Duration.ofSeconds(5), 0);
        progress.add(Duration.ofSeconds(10), 1_000);
        progress.add(Duration.ofSeconds(15), 51_000);
        progress.add(Duration.ofSeconds(16), 60_000);
        progress.add(Duration.ofSeconds(18), 101_000);

        // When
        var rates = List.of(progress.overall(), progress.secondHalf());

        // Then 100,000 in 8 s; the half was passed at 15 s: 50,000 in 3 s
        assertThat(rates).containsExactly(12_500.0, 50_000 / 3.0);
        assertThat(progress.whole()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void hasNoRateWhereAllCameAtOnce() {
        // Given
        var progress = new Progress();
        progress.add(Duration.ofSeconds(1), 10);

        // When
        var rate = progress.overall();

        // Then
        assertThat(rate).isNaN();
    }
}
