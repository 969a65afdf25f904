package io.ressenti.local;

import io.ressenti.local.setup.Credentials;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "credentials",
        description = "Makes the key, the login and their files where there are none yet, and prints them.",
        mixinStandardHelpOptions = true)
final class CredentialsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        var credentials = Credentials.ensure(data.directory().credentials());
        PrintWriter out = command.commandLine().getOut();
        out.println("API key    " + credentials.apiKey());
        out.println("login      " + credentials.login());
        out.println("password   " + credentials.password());
        return 0;
    }
}
