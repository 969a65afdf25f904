package io.ressenti.cli.replay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Replays recorded journeys; each subcommand reads one format. */
@Command(
        name = "replay",
        description = "Replays recorded journeys through the public APIs.",
        mixinStandardHelpOptions = true,
        subcommands = ReplayOlistCommand.class)
public final class ReplayCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
