package io.ressenti.cli.scores;

import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.RetryPolicy;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares everything that is kept with the signals. */
@Command(
        name = "verify",
        description = {
            "Works out every sum and every customer's score from the stored signals and compares them with what is kept,",
            "for all brands. Ends with 0 where all agree, with 1 where something does not."
        },
        mixinStandardHelpOptions = true)
final class VerifyScoresCommand implements Callable<Integer> {

    @Mixin
    private Access access;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var api = access.open(RetryPolicy.DEFAULT)) {
            var runs = new Runs(api);
            var run = runs.await(Runs.VERIFICATIONS, runs.start(Runs.VERIFICATIONS), step -> say(out, "... " + step));
            print(out, run);
            return run.consistent() ? 0 : 1;
        }
    }

    private static void print(PrintWriter out, Run run) {
        say(out, "Compared with %,d signals in %.1f s:", run.signals(), run.seconds());
        say(out, "  %-24s %12s %12s %14s", "table", "rows", "differences", "max. deviation");
        for (var table : run.tables()) {
            say(
                    out,
                    "  %-24s %,12d %,12d %14.1e",
                    table.table(),
                    table.rows(),
                    table.differences(),
                    table.maxDeviation());
        }
        for (var table : run.tables()) {
            for (var difference : table.examples()) {
                say(out, "%s %s", table.table(), difference.key());
                say(out, "  stored     %s", difference.stored() == null ? "nothing" : difference.stored());
                say(out, "  recomputed %s", difference.recomputed() == null ? "nothing" : difference.recomputed());
            }
        }
        say(
                out,
                run.consistent()
                        ? "Everything that is kept is what the signals say."
                        : "Something that is kept is not what the signals say: ./ressenti scores rebuild makes it anew.");
    }

    private static void say(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
