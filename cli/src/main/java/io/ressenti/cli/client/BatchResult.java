package io.ressenti.cli.client;

import java.util.List;
import java.util.stream.Stream;

/** What became of a batch. */
public record BatchResult(int accepted, List<Rejection> rejected) {

    /** Nothing was sent. */
    public static final BatchResult NOTHING = new BatchResult(0, List.of());

    public BatchResult {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /** Both results together. */
    public BatchResult plus(BatchResult other) {
        return new BatchResult(
                accepted + other.accepted,
                Stream.concat(rejected.stream(), other.rejected.stream()).toList());
    }
}
