package io.ressenti.cli;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.WrongUseException;
import io.ressenti.cli.demo.DemoCommand;
import io.ressenti.cli.imports.ImportCommand;
import io.ressenti.cli.replay.ReplayCommand;
import io.ressenti.cli.scores.ScoresCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The commands. Exit codes: 0 done, 1 could not be done, or not wholly; 2 used wrongly. */
@Command(
        name = "ressenti",
        description = "Sends what customers lived to a running Ressenti, and looks after its scores.",
        mixinStandardHelpOptions = true,
        subcommands = {ImportCommand.class, ReplayCommand.class, DemoCommand.class, ScoresCommand.class})
public final class Main implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to execute in this process. */
    public static CommandLine commandLine() {
        return withPlainErrors(new CommandLine(new Main())).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Makes a command line say a {@link ClientException}'s sentence instead of a stack trace. */
    public static CommandLine withPlainErrors(CommandLine commandLine) {
        return commandLine.setExecutionExceptionHandler((exception, line, result) -> {
            if (exception instanceof ClientException) {
                sayError(line.getErr(), exception.getMessage());
                return exception instanceof WrongUseException
                        ? CommandLine.ExitCode.USAGE
                        : CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
    }

    private static void sayError(PrintWriter err, String sentence) {
        err.println("ressenti: " + sentence);
        err.flush();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
