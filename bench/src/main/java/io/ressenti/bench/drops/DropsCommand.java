package io.ressenti.bench.drops;

import io.ressenti.bench.report.ResultOption;
import io.ressenti.cli.olist.OlistFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which drops are found where nobody has put any. */
@Command(
        name = "drops",
        description = {
            "Watches the orders of the Olist data set with scoring-service's own model, and lists the drops that it finds.",
            "Starts nothing; the figures are the same on every machine."
        },
        mixinStandardHelpOptions = true)
public final class DropsCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder with the CSV files.")
    private Path directory;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var signals = OlistSignals.of(OlistFiles.read(directory));
        var report = new DropsReport(WatchedSeries.of(signals), signals.size()).markdown();
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("drops", report);
        return 0;
    }
}
