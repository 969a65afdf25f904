package io.ressenti.local.setup;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LockTest {

    @TempDir
    Path directory;

    @Test
    void aSecondLauncherOnTheSameDataIsRefused() throws Exception {
        // Given
        var data = new DataDirectory(directory);
        try (var lock = Lock.acquire(data)) {

            // When, then
            assertThatThrownBy(() -> Lock.acquire(data))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("runs already on the data in " + directory);
        }
    }

    @Test
    void itCanBeHadAgainOnceTheFirstHasEnded() throws Exception {
        // Given
        var data = new DataDirectory(directory);
        Lock.acquire(data).close();

        // When
        try (var lock = Lock.acquire(data)) {

            // Then
            assertThat(lock).isNotNull();
        }
    }
}
