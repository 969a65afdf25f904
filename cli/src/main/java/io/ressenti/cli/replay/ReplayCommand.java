package io.ressenti.cli.replay;

import picocli.CommandLine.Command;

/** Replays recorded journeys; each subcommand reads one format. */
@Command(
        name = "replay",
        description = "Replays recorded journeys through the public APIs.",
        mixinStandardHelpOptions = true,
        subcommands = ReplayOlistCommand.class)
public final class ReplayCommand {}
