package io.ressenti.local.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void aFreshStartForgetsDataAndKeepsCredentials() throws Exception {
        // Given
        var data = new DataDirectory(directory);
        data.prepare();
        var credentials = Credentials.ensure(data.credentials());
        var event = write(data.kafka().resolve("cx.touchpoints.v1-0/00000.log"), 10);
        var row = write(data.postgreSql().resolve("base/1"), 10);

        // When
        data.forgetEverything();

        // Then
        assertThat(event).doesNotExist();
        assertThat(row).doesNotExist();
        assertThat(Credentials.ensure(data.credentials())).isEqualTo(credentials);
    }

    @Test
    void aLargeLogIsPutAside() throws Exception {
        // Given
        var data = new DataDirectory(directory);
        var large = write(data.log("kafka"), 20_000_001);
        var small = write(data.log("console"), 20_000_000);

        // When
        data.prepare();

        // Then
        assertThat(large).doesNotExist();
        assertThat(large.resolveSibling("kafka.log.1")).hasSize(20_000_001);
        assertThat(small).hasSize(20_000_000);
    }

    @Test
    void aFolderThatItMakesIsClosedToOthersAndOneThatWasThereStaysAsItIs() throws Exception {
        // Given
        var fresh = new DataDirectory(directory.resolve("above/fresh"));
        var existing = new DataDirectory(Files.createDirectory(directory.resolve("existing")));
        var open = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(existing.root(), open);

        // When
        fresh.create();
        existing.create();
        existing.prepare();

        // Then
        var closed = PosixFilePermissions.fromString("rwx------");
        assertThat(Files.getPosixFilePermissions(fresh.root())).isEqualTo(closed);
        assertThat(Files.getPosixFilePermissions(existing.root())).isEqualTo(open);
        assertThat(Files.getPosixFilePermissions(existing.logs())).isEqualTo(closed);
        assertThat(Files.getPosixFilePermissions(existing.kafka())).isEqualTo(closed);
    }

    private static Path write(Path file, int bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }
}
