package io.ressenti.cli.scores;

import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.RetryPolicy;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes all scores anew from the topics. */
@Command(
        name = "rebuild",
        description = {
            "Counts every event of the topics again, beside the scores that are there, and switches over once it has caught",
            "up. Scoring and reading go on meanwhile. Refused where Kafka does not hold every event any more."
        },
        mixinStandardHelpOptions = true)
final class RebuildScoresCommand implements Callable<Integer> {

    @Mixin
    private Access access;

    @Option(names = "--wait", description = "Waits for its end.")
    private boolean wait;

    @Option(names = "--force", description = "Even where Kafka does not hold every event any more: those are lost.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var api = access.open(RetryPolicy.DEFAULT)) {
            var runs = new Runs(api);
            var started = runs.start(Runs.REBUILDS + (force ? "?force=true" : ""));
            if (!wait) {
                say(out, "The rebuild has begun: GET %s/%s tells how far it is.", Runs.REBUILDS, started.id());
                return 0;
            }
            var run = runs.await(Runs.REBUILDS, started, step -> say(out, "... %s", step));
            say(
                    out,
                    "Rebuilt from %,d events in %.1f s; %,d customers' scores compared with what had been told of them.",
                    run.events(),
                    run.seconds(),
                    run.reviewed());
            return 0;
        }
    }

    private static void say(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
