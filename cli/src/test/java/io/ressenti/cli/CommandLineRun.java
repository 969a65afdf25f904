package io.ressenti.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command left behind that was run in this process. */
public record CommandLineRun(int exitCode, String out, String err) {

    /** Runs it. */
    public static CommandLineRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
