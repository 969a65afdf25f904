package io.ressenti.scoring.drops;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DropWatcherTest {

    private static final Duration GRACE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {30, 31})
    void refusesToLookAtWhatIsNotFoldedYet(int rollUpEvery) {
        // When
        assertThatThrownBy(() -> DropWatcher.requireFoldedFirst(Duration.ofSeconds(rollUpEvery), GRACE))
                // Then
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "ressenti.scoring.roll-up-every (PT%dS) must be shorter than ressenti.scoring.drops.grace (PT30S)",
                        rollUpEvery);
    }

    @Test
    void looksAtWhatIsFolded() {
        // When
        assertThatCode(() -> DropWatcher.requireFoldedFirst(Duration.ofSeconds(29), GRACE))
                // Then
                .doesNotThrowAnyException();
    }
}
