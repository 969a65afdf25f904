package io.ressenti.console.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.credentials.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UsersTest {

    private static final String HASH = PasswordHash.of("correct horse", new SecureRandom());

    @TempDir
    Path directory;

    private Path file;
    private Users users;

    @BeforeEach
    void start() {
        file = directory.resolve("users.json");
        users = new Users(new TestLoginConfig(file), new ObjectMapper());
    }

    @Test
    void aNameThatIsThereTwiceLocksNobodyOut() throws IOException {
        write(user("camille", "acme") + "," + user("camille", "other") + "," + user("otto", "other"), 1);

        assertThat(users.authenticate("otto", "correct horse")).isPresent();
        assertThat(users.authenticate("camille", "correct horse").orElseThrow().brand())
                .isEqualTo("acme");
    }

    @Test
    void aFileThatCannotBeReadLeavesThoseWhoWereReadBefore() throws IOException {
        write(user("camille", "acme"), 1);
        assertThat(users.authenticate("camille", "correct horse")).isPresent();

        write("null", 2);
        assertThat(users.authenticate("camille", "correct horse")).isPresent();
        write("{", 3);
        assertThat(users.authenticate("camille", "correct horse")).isPresent();
    }

    private void write(String users, int second) throws IOException {
        Files.writeString(file, "[" + users + "]");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static String user(String name, String brand) {
        return "{\"name\":\"%s\",\"displayName\":\"%s\",\"brand\":\"%s\",\"roles\":[\"lead\"],\"passwordHash\":\"%s\"}"
                .formatted(name, name, brand, HASH);
    }
}
