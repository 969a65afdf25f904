package io.ressenti.cli.imports;

import io.ressenti.cli.client.ClientException;
import java.nio.file.Path;

/**
 * How far an import has come.
 *
 * @param identity      what is imported, how, and to where
 * @param runs          how often it was begun or taken up again
 * @param totals        of all runs together; as many items of the file are done
 * @param rejectedBytes how much of the file of rejected items belongs to them
 */
record Checkpoint(Identity identity, int runs, Totals totals, long rejectedBytes) {

    /**
     * The next run of the same import, as it begins.
     *
     * @throws ClientException where it is not the same
     */
    Checkpoint takenUpBy(Identity now, Path file) {
        var difference = now.differenceFrom(identity);
        if (difference != null) {
            throw new ClientException(
                    "%s remembers an interrupted import with %s; finish that one, or begin again with --restart."
                            .formatted(file, difference));
        }
        return new Checkpoint(identity, runs + 1, totals, rejectedBytes);
    }

    /**
     * Digests of what must not change between two runs of the same import.
     *
     * @param content of the file
     * @param reading how it is read: mapping, format and options
     * @param target  address and key of the API
     */
    record Identity(String content, String reading, String target) {

        /** What differs, in words; null where nothing does. */
        String differenceFrom(Identity before) {
            if (!content.equals(before.content)) {
                return "another content of the file";
            }
            if (!reading.equals(before.reading)) {
                return "another mapping, or other options";
            }
            return target.equals(before.target) ? null : "another address or key";
        }
    }
}
