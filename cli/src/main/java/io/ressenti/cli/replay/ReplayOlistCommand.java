package io.ressenti.cli.replay;

import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.BatchClient;
import io.ressenti.cli.client.BatchOptions;
import io.ressenti.cli.client.Progress;
import io.ressenti.cli.client.RetryPolicy;
import io.ressenti.cli.olist.OlistCatalogue;
import io.ressenti.cli.olist.OlistFiles;
import io.ressenti.cli.olist.OlistJourneys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays the Brazilian marketplace data set of Olist. */
@Command(
        name = "olist",
        description = {
            "Replays the orders of the Olist data set: olist_orders.csv, olist_customers.csv,",
            "olist_order_items.csv, olist_order_reviews.csv and olist_sellers.csv in DIR.",
            "Running it again changes no number: every event counts once."
        },
        mixinStandardHelpOptions = true)
final class ReplayOlistCommand implements Callable<Integer> {

    private static final Duration CATALOGUE_DELAY = Duration.ofSeconds(15);

    @Parameters(paramLabel = "DIR", description = "The folder with the CSV files.")
    private Path directory;

    @Mixin
    private Access access;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            converter = Pace.Converter.class,
            description = "Events per second, or max: as fast as they are taken (default: ${DEFAULT-VALUE}).")
    private Pace pace;

    @Mixin
    private BatchOptions batches;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var files = OlistFiles.read(directory);
        var journeys = OlistJourneys.of(files);
        try (var api = access.open(RetryPolicy.DEFAULT)) {
            out.printf("Putting the catalogue in place at %s …%n", access.url());
            out.flush();
            new CatalogueClient(api).put(OlistCatalogue.with(files.sellers()));
            var progress = new Progress(
                    spec.commandLine().getErr(),
                    System.console() != null,
                    journeys.events().size(),
                    System::nanoTime);
            var client = new BatchClient(api, CATALOGUE_DELAY);
            var result = new Replay(client, batches.size(), batches.inFlight(), pace, progress).send(journeys.events());
            var summary = new Summary(journeys.events().size(), result, journeys.leftOut(), progress.elapsed());
            out.print(summary.text());
            out.flush();
            return summary.complete() ? 0 : 1;
        }
    }
}
