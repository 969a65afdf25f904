package io.ressenti.bench;

import io.ressenti.bench.drops.DropsCommand;
import io.ressenti.bench.ingest.BareProbe;
import io.ressenti.bench.ingest.IngestCommand;
import io.ressenti.bench.journey.JourneyCommand;
import io.ressenti.bench.latency.LatencyCommand;
import io.ressenti.bench.memory.MemoryCommand;
import io.ressenti.bench.nativeimage.FloodCommand;
import io.ressenti.bench.nativeimage.NativeCommand;
import io.ressenti.bench.outage.OutageCommand;
import io.ressenti.bench.projector.ProjectorCommand;
import io.ressenti.bench.scoring.BareUpsert;
import io.ressenti.bench.scoring.ScoringCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benches. Exit codes: 0 measured, 1 something was lost or could not be done; 2 used wrongly. */
@Command(
        name = "ressenti bench",
        description = "Measures Ressenti: one that runs, or services started for the purpose.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LatencyCommand.class,
            IngestCommand.class,
            ProjectorCommand.class,
            ScoringCommand.class,
            DropsCommand.class,
            JourneyCommand.class,
            MemoryCommand.class,
            OutageCommand.class,
            NativeCommand.class,
            FloodCommand.class,
            BareProbe.class,
            BareUpsert.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one bench and ends the process with its exit code. */
    public static void main(String... arguments) {
        silenceLibraries();
        System.exit(commandLine().execute(arguments));
    }

    /** The benches, ready to execute in this process. */
    public static CommandLine commandLine() {
        return io.ressenti.cli.Main.withPlainErrors(new CommandLine(new Main()));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Kafka's clients repeat their whole configuration at INFO, in between the figures. */
    private static void silenceLibraries() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty("org.jboss.logging.provider", "jboss");
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
