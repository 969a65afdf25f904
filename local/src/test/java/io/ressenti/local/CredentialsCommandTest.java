package io.ressenti.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsCommandTest {

    @TempDir
    Path data;

    @Test
    void printsTheSameKeyAndLoginEachTime() throws Exception {
        // Given
        var first = run();

        // When
        var second = run();

        // Then
        assertThat(second).isEqualTo(first).contains("login      lead");
        assertThat(first)
                .contains("API key    "
                        + Files.readString(data.resolve("credentials/api-key")).strip());
    }

    private String run() {
        var printed = new StringWriter();
        var exit = Main.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute("credentials", "--data", data.toString());
        assertThat(exit).isZero();
        return printed.toString();
    }
}
