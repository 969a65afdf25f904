package io.ressenti.cli.imports;

import picocli.CommandLine.Command;

/** Imports files; each subcommand takes one kind of events. */
@Command(
        name = "import",
        description = "Imports events from files.",
        mixinStandardHelpOptions = true,
        subcommands = ImportTouchpointsCommand.class)
public final class ImportCommand {}
