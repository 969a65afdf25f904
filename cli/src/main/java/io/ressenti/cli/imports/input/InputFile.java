package io.ressenti.cli.imports.input;

import io.ressenti.cli.client.WrongUseException;
import io.ressenti.cli.csv.CsvRows;
import io.ressenti.cli.csv.StrictText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An opened file, or standard input. */
public final class InputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Items items;
    private final CountingInputStream bytes;
    private final long size;

    private InputFile(Items items, CountingInputStream bytes, long size) {
        this.items = items;
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * Opens a file; one whose name ends in {@code .gz} is unpacked on the way.
     *
     * @param mapped whether there is a mapping for what it holds
     * @throws WrongUseException where it is not there
     * @throws io.ressenti.cli.client.ClientException where it does not begin as its format does
     */
    public static InputFile open(Path file, InputFormat format, boolean mapped) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongUseException("There is no file %s that can be read.".formatted(file));
        }
        try {
            var bytes = new CountingInputStream(Files.newInputStream(file));
            var isPacked = file.toString().endsWith(".gz");
            var unpacked = isPacked ? new GZIPInputStream(bytes, BUFFER) : new BufferedInputStream(bytes, BUFFER);
            return new InputFile(items(file.toString(), unpacked, format, mapped), bytes, Files.size(file));
        } catch (IOException e) {
            throw StrictText.unreadable(file.toString(), 1, e);
        }
    }

    /** Reads what comes from {@code input} until it ends. */
    public static InputFile of(InputStream input, InputFormat format, boolean mapped) {
        try {
            var bytes = new CountingInputStream(input);
            return new InputFile(items("standard input", bytes, format, mapped), bytes, 0);
        } catch (IOException e) {
            throw StrictText.unreadable("standard input", 1, e);
        }
    }

    /** What it holds. */
    public Items items() {
        return items;
    }

    /** How many of its bytes have been read. */
    public long position() {
        return bytes.count();
    }

    /** How many bytes it has; 0 where that is not known. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    private static Items items(String name, InputStream bytes, InputFormat format, boolean mapped) throws IOException {
        return switch (format.kind()) {
            case CSV -> new CsvItems(CsvRows.of(name, StrictText.of(bytes, format.charset()), format.delimiter()));
            case NDJSON -> new NdjsonItems(name, StrictText.of(bytes, StandardCharsets.UTF_8), mapped);
        };
    }
}
