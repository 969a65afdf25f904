package io.ressenti.cli.imports;

import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.BatchClient;
import io.ressenti.cli.client.BatchOptions;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Progress;
import io.ressenti.cli.client.RetryPolicy;
import io.ressenti.cli.imports.Checkpoint.Identity;
import io.ressenti.cli.imports.input.InputFile;
import io.ressenti.cli.imports.input.Items;
import io.ressenti.cli.imports.mapping.Mapping;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports touchpoint events. */
@Command(
        name = "touchpoints",
        description = {
            "Imports touchpoint events from a CSV or NDJSON file. An import that was interrupted goes on where it was",
            "when the same command is given again. Exit code: 0 all was taken, 1 not all, 2 wrong use."
        },
        mixinStandardHelpOptions = true)
final class ImportTouchpointsCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/touchpoints/batch";

    @Mixin
    private InputOptions input;

    @Mixin
    private MappingOptions mappingOptions;

    @Option(names = "--dry-run", description = "Lets the service judge everything, and keeps nothing.")
    private boolean dryRun;

    @Option(
            names = "--restart",
            description = "Begins again: forgets an interrupted import of FILE, and what was rejected then.")
    private boolean restart;

    @Mixin
    private BatchOptions batches;

    @Mixin
    private Access access;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var file = input.open(mappingOptions.given());
                var api = access.open(RetryPolicy.DEFAULT)) {
            var preparation = mappingOptions.preparation(mapping(file.items()));
            try (var ledger = ledger()) {
                var touchpoints = new TouchpointImport(
                        new BatchClient(api, Duration.ZERO),
                        dryRun ? PATH + "?dryRun=true" : PATH,
                        preparation,
                        batches.size(),
                        batches.inFlight());
                var progress = new Progress(progressTo(), true, file.size(), System::nanoTime);
                run(touchpoints, file, ledger, progress);
                spec.commandLine().getOut().print(report(ledger, progress.elapsed()));
                spec.commandLine().getOut().flush();
                return ledger.totals().rejectedCount() == 0 ? 0 : 1;
            }
        }
    }

    private void run(TouchpointImport touchpoints, InputFile file, Ledger ledger, Progress progress) {
        var done = ledger.totals().items();
        skip(file.items(), done);
        try {
            touchpoints.run(file.items(), outcome -> {
                ledger.enter(outcome);
                progress.reached(ledger.totals().items() - done, file.position());
            });
            ledger.forget();
        } catch (ClientException e) {
            if (!ledger.canBeTakenUp()) {
                ledger.forget();
                throw e;
            }
            throw new ClientException(
                    e.getMessage() + " What was taken is remembered: the same command goes on from there.", e);
        }
    }

    private static void skip(Items items, long count) {
        for (long i = 0; i < count; i++) {
            items.next();
        }
    }

    private Mapping mapping(Items items) {
        var columns = items.columns();
        if (!mappingOptions.given()) {
            return columns.isEmpty() ? null : Mapping.ofNames(columns);
        }
        var mapping = mappingOptions.mapping();
        if (!columns.isEmpty()) {
            mapping.requireColumns(columns);
        }
        return mapping;
    }

    private Ledger ledger() {
        if (dryRun) {
            return Ledger.inMemory();
        }
        var checkpoints = new CheckpointFile(input.beside(".ressenti-import"));
        if (restart) {
            checkpoints.delete();
        } else {
            requireNoRejectedOfAnother(checkpoints);
        }
        return input.isStandardInput()
                ? Ledger.ofRejected(rejected())
                : Ledger.resuming(identity(), checkpoints, rejected());
    }

    /** Somebody may be correcting what an earlier import rejected. */
    private void requireNoRejectedOfAnother(CheckpointFile checkpoints) {
        if (Files.exists(rejected()) && Files.notExists(checkpoints.path())) {
            throw new ClientException(
                    "%s holds what an earlier import rejected: import that file, move it away, or replace it with --restart."
                            .formatted(rejected()));
        }
    }

    private Identity identity() {
        return new Identity(
                Sha256.of(input.path()),
                Sha256.of(input.format() + "\n" + mappingOptions.asText()),
                Sha256.of(access.url() + "\n" + access.key()));
    }

    private String report(Ledger ledger, Duration elapsed) {
        return dryRun
                ? Report.ofDryRun(input.name(), ledger.totals())
                : Report.ofImport(input.name(), ledger.totals(), ledger.runs(), elapsed, rejected());
    }

    private Path rejected() {
        return input.beside(".rejected.ndjson");
    }

    /** Nobody watches a bar that is not on a terminal, nor one that knows no end. */
    private PrintWriter progressTo() {
        var isWatched = System.console() != null && !input.isStandardInput();
        return isWatched ? spec.commandLine().getErr() : new PrintWriter(Writer.nullWriter());
    }
}
