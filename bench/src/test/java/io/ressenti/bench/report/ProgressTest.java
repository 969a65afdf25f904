package io.ressenti.bench.report;

import io.ressenti.bench.report.Progress.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    @Test
    void countsFromTheFirstLookThatFoundAnything() {
        // Given a service that needs ten seconds to start, and gets faster
        var progress = new Progress();
        progress.add(new Sample(Duration.ofSeconds(5), 0, Duration.ofSeconds(3)));
        progress.add(new Sample(Duration.ofSeconds(10), 1_000, Duration.ofSeconds(6)));
        progress.add(new Sample(Duration.ofSeconds(15), 51_000, Duration.ofSeconds(8)));
        progress.add(new Sample(Duration.ofSeconds(16), 60_000, Duration.ofSeconds(9)));
        progress.add(new Sample(Duration.ofSeconds(18), 101_000, Duration.ofSeconds(10)));

        // When
        var rates = List.of(progress.overall(), progress.secondHalf());

        // Then 100,000 in 8 s; the half was passed at 15 s: 50,000 in 3 s
        assertThat(rates).containsExactly(12_500.0, 50_000 / 3.0);
        assertThat(progress.microsPerEvent()).isEqualTo(2_000_000 / 50_000.0);
    }

    @Test
    void hasNoRateWhereAllCameAtOnce() {
        // Given
        var progress = new Progress();
        progress.add(new Sample(Duration.ofSeconds(1), 10, Duration.ofSeconds(1)));

        // When
        var rate = progress.overall();

        // Then
        assertThat(rate).isNaN();
    }
}
