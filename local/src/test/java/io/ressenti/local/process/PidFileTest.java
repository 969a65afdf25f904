package io.ressenti.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTest {

    @TempDir
    Path directory;

    private Process process;
    private PidFile pidFile;

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        pidFile = new PidFile(directory.resolve("part.pid"));
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void itFindsTheProcessThatWasWrittenDown() {
        pidFile.write(process.toHandle());

        assertThat(pidFile.process()).hasValue(process.toHandle());
    }

    @Test
    void itFindsNothingOnceTheProcessHasEnded() throws Exception {
        // Given
        pidFile.write(process.toHandle());

        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void aProcessThatWasGivenTheSameIdLaterIsNotTaken() throws Exception {
        // Given the id of a process that runs, and the start of one that ran an hour before
        Files.writeString(pidFile.path(), process.pid() + " " + Instant.now().minus(Duration.ofHours(1)) + "\n");

        assertThat(pidFile.process()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12", "-5 2026-01-01T00:00:00Z", "12 yesterday"})
    void aFileThatCannotBeReadNamesNobody(String content) throws Exception {
        Files.writeString(pidFile.path(), content);

        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void leftoversAreEndedAndForgotten() throws Exception {
        // Given
        pidFile.write(process.toHandle());

        // When
        var ended = Leftovers.end(List.of(pidFile.path()), Duration.ofSeconds(5));

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile.path()).doesNotExist();
    }
}
