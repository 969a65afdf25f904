package io.ressenti.cli.demo;

import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the demo until it is ended. */
@Command(
        name = "demo",
        description = "Plays the customers of a small retail brand, one or two events a second, until it is ended.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    /** A demo outlives whatever happens to the services. */
    private static final RetryPolicy PATIENT =
            new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofDays(3650));

    @Mixin
    private Access access;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Plays the same journeys as every run with this seed (their ids are new in each run).")
    private Long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var chosenSeed = seed == null ? ThreadLocalRandom.current().nextLong() : seed;
        var run = "demo-" + Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
        var out = spec.commandLine().getOut();
        try (var api = access.open(PATIENT)) {
            new CatalogueClient(api).put(DemoCatalogue.catalogue());
            out.printf("Playing demo journeys at %s; end it with Ctrl-C.%n", access.url());
            out.flush();
            new DemoPlayer(api, spec.commandLine().getErr()).play(new DemoScript(chosenSeed, run));
            return 0;
        }
    }
}
