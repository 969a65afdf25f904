package io.ressenti.cli.imports;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** The NDJSON file of what was not taken; there is none until something is not. */
final class RejectedFile implements AutoCloseable {

    private final Path path;
    private FileChannel channel;

    private RejectedFile(Path path) {
        this.path = path;
    }

    /**
     * The file, as the runs before have left it.
     *
     * @param keep how many of its bytes are accounted for; what follows them will be written again
     * @throws ClientException where it holds less than that
     */
    static RejectedFile of(Path path, long keep) {
        var file = new RejectedFile(path);
        try {
            if (keep == 0) {
                Files.deleteIfExists(path);
            } else if (Files.notExists(path) || Files.size(path) < keep) {
                throw new ClientException(
                        "%s has been changed since the import was interrupted; begin again with --restart."
                                .formatted(path));
            } else {
                file.open().truncate(keep);
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** Appends items, and returns how long the file is with them, all of it on the disk. */
    long append(List<RejectedItem> items) {
        if (channel == null && items.isEmpty()) {
            return 0;
        }
        try {
            var file = open();
            if (!items.isEmpty()) {
                file.write(ByteBuffer.wrap(lines(items)), file.size());
                file.force(false);
            }
            return file.size();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        return channel;
    }

    private static byte[] lines(List<RejectedItem> items) {
        return items.stream()
                .map(item -> new String(Json.write(item), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private ClientException unwritable(IOException e) {
        return new ClientException("%s, for what is rejected, cannot be written.".formatted(path), e);
    }
}
