package io.ressenti.bench.latency;

import io.ressenti.bench.report.MachineFacts;
import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.cli.client.Access;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From a client's request to the lead's stream, under a steady load. */
@Command(
        name = "latency",
        description = {
            "Sends bad touchpoint events and bad feedback at a fixed rate and measures from the moment each was",
            "due until its alert arrives on the stream. Exit code 1 where an alert is lost."
        },
        mixinStandardHelpOptions = true)
public final class LatencyCommand implements Callable<Integer> {

    private static final RetryPolicy RETRIES =
            new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Mixin
    private Access access;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "Requests per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "30",
            description = "Seconds of the same load beforehand that do not count (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "10",
            description = "Seconds after the last request when what has not come is lost (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "bench/results/latency.md",
            description = "Writes the figures to a Markdown file as well (default: ${FALLBACK-VALUE}).")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(rate > 0) || seconds < 1 || warmup < 0 || patience < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--rate, --seconds and --patience must be above 0, --warmup at least 0");
        }
        try (var api = access.open(RETRIES)) {
            new CatalogueClient(api).put(Kind.catalogue());
            var report = Report.of(rate, seconds, warmup, measure(api));
            say(report.text());
            write(report);
            return report.lost() == 0 ? 0 : 1;
        }
    }

    private Measurement measure(Api api) {
        try (var load = new LoadRun(api, rate);
                var stream = new AlertStream(access.url(), access.key(), load::onAlert)) {
            stream.awaitConnected();
            load.waitUntilTheCatalogueIsKnown();
            say("Warming up for %d s, then measuring for %d s at %.0f requests/s …%n".formatted(warmup, seconds, rate));
            load.measure(Duration.ofSeconds(warmup), Duration.ofSeconds(patience));
            return load.measure(Duration.ofSeconds(seconds), Duration.ofSeconds(patience));
        }
    }

    private void write(Report report) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report.markdown(Instant.now(), MachineFacts.here()));
        } catch (IOException e) {
            throw new ClientException("The figures cannot be written to %s.".formatted(file), e);
        }
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
