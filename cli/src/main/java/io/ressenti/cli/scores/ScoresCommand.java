package io.ressenti.cli.scores;

import picocli.CommandLine.Command;

/** Upkeep of the scores; needs a key with the role operator. */
@Command(
        name = "scores",
        description = "Compares all scores with the signals, or makes them anew from the topics.",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyScoresCommand.class, RebuildScoresCommand.class})
public final class ScoresCommand {}
