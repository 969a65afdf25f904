package io.ressenti.local;

import io.ressenti.local.setup.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything on one machine. */
@Command(
        name = "ressenti",
        description = "Ressenti on one machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            CredentialsCommand.class,
            KafkaCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main {

    private static final int REFUSED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        Logs.prepare();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof Refusal refusal) {
            command.getErr().println(refusal.getMessage());
            return REFUSED;
        }
        throw failure;
    }
}
