package io.ressenti.cli.imports;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a checkpoint is kept, so that it is there wholly or not at all. */
record CheckpointFile(Path path) {

    /**
     * The checkpoint that an interrupted import left behind.
     *
     * @throws ClientException where the file holds something else
     */
    Optional<Checkpoint> read() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readAllBytes(path), Checkpoint.class));
        } catch (IOException | ClientException e) {
            throw new ClientException("%s is not a checkpoint; begin again with --restart.".formatted(path), e);
        }
    }

    /** @throws ClientException where it cannot be written */
    void save(Checkpoint checkpoint) {
        try {
            var fresh = Files.write(path.resolveSibling(path.getFileName() + ".new"), Json.write(checkpoint));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Forgets the import. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ClientException unwritable(IOException e) {
        return new ClientException(
                "The checkpoint %s cannot be written; import a copy of the file from a folder of your own."
                        .formatted(path),
                e);
    }
}
