package io.ressenti.cli.imports;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Imports files; each subcommand takes one kind of events. */
@Command(
        name = "import",
        description = "Imports events from files.",
        mixinStandardHelpOptions = true,
        subcommands = ImportTouchpointsCommand.class)
public final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
