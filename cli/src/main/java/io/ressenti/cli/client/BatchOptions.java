package io.ressenti.cli.client;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how much is sent at once. */
public final class BatchOptions {

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
        this.size = atLeastOne("--batch", size);
    }

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "4",
            description = "Batches under way at the same time (default: ${DEFAULT-VALUE}).")
    private void setInFlight(int inFlight) {
        this.inFlight = atLeastOne("--in-flight", inFlight);
    }

    /** Events per request. */
    public int size() {
        return size;
    }

    /** Batches under way at the same time. */
    public int inFlight() {
        return inFlight;
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1");
        }
        return value;
    }
}
