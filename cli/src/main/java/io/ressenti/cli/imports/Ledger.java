package io.ressenti.cli.imports;

import io.ressenti.cli.imports.Checkpoint.Identity;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The account of an import: its totals, and on the disk its rejected items and how far it has come, so that a run that is
 * interrupted at any moment is taken up again.
 */
final class Ledger implements AutoCloseable {

    private final Identity identity;
    private final Optional<CheckpointFile> checkpoints;
    private final Optional<RejectedFile> rejectedItems;
    private final int runs;
    private Totals totals;
    private long rejectedBytes;

    private Ledger(Checkpoint begun, Optional<CheckpointFile> checkpoints, Optional<RejectedFile> rejectedItems) {
        this.identity = begun.identity();
        this.checkpoints = checkpoints;
        this.rejectedItems = rejectedItems;
        this.runs = begun.runs();
        this.totals = begun.totals();
        this.rejectedBytes = begun.rejectedBytes();
    }

    /** Keeps nothing. */
    static Ledger inMemory() {
        return new Ledger(first(null), Optional.empty(), Optional.empty());
    }

    /** Keeps what is rejected, but cannot be taken up again: what comes on standard input comes once. */
    static Ledger ofRejected(Path rejected) {
        return new Ledger(first(null), Optional.empty(), Optional.of(RejectedFile.of(rejected, 0)));
    }

    /**
     * Goes on from the checkpoint where there is one.
     *
     * @throws io.ressenti.cli.client.ClientException where that is one of another import
     */
    static Ledger resuming(Identity identity, CheckpointFile checkpoints, Path rejected) {
        var begun = checkpoints
                .read()
                .map(before -> before.takenUpBy(identity, checkpoints.path()))
                .orElseGet(() -> first(identity));
        var items = RejectedFile.of(rejected, begun.rejectedBytes());
        checkpoints.save(begun);
        return new Ledger(begun, Optional.of(checkpoints), Optional.of(items));
    }

    Totals totals() {
        return totals;
    }

    /** How often it was begun or taken up, this time included. */
    int runs() {
        return runs;
    }

    /** Enters what became of the next batch of the file. */
    void enter(Outcome outcome) {
        rejectedItems.ifPresent(file -> rejectedBytes = file.append(outcome.rejected()));
        totals = totals.plus(outcome.totals());
        checkpoints.ifPresent(file -> file.save(new Checkpoint(identity, runs, totals, rejectedBytes)));
    }

    /** Whether another run can go on from here. */
    boolean canBeTakenUp() {
        return checkpoints.isPresent() && totals.items() > 0;
    }

    /** There is nothing to be taken up again: all is done, or nothing was. */
    void forget() {
        checkpoints.ifPresent(CheckpointFile::delete);
    }

    @Override
    public void close() {
        rejectedItems.ifPresent(RejectedFile::close);
    }

    private static Checkpoint first(Identity identity) {
        return new Checkpoint(identity, 1, Totals.NONE, 0);
    }
}
