package io.ressenti.cli.client;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how much is sent at once. */
public final class BatchOptions {

    /** A service names so many rejected events of a batch. */
    private static final int MOST_EVENTS = 10_000;

    private static final int MOST_CALLS = 64;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private int size;
    private int inFlight;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "500",
            description = "Events per request (default: ${DEFAULT-VALUE}).")
    private void setSize(int size) {
        this.size = within("--batch", size, MOST_EVENTS);
    }

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "4",
            description = "Batches under way at the same time (default: ${DEFAULT-VALUE}).")
    private void setInFlight(int inFlight) {
        this.inFlight = within("--in-flight", inFlight, MOST_CALLS);
    }

    /** Events per request. */
    public int size() {
        return size;
    }

    /** Batches under way at the same time. */
    public int inFlight() {
        return inFlight;
    }

    private int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), "%s must be from 1 to %d".formatted(option, most));
        }
        return value;
    }
}
