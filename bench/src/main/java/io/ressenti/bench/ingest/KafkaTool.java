package io.ressenti.bench.ingest;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Kafka's own {@code kafka-producer-perf-test}: as fast as one producer puts ready-made records of the same kind on the broker. */
final class KafkaTool {

    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final String NAME = "producer-performance";
    private static final int DIFFERENT_EVENTS = 10_000;
    private static final Pattern RESULT = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private final Scratch scratch;
    private final Path payloads;

    KafkaTool(Scratch scratch) {
        this.scratch = scratch;
        this.payloads = scratch.data().run().resolve("payloads.ndjson");
        try {
            Files.write(payloads, new Events("tool").lines(DIFFERENT_EVENTS).getBytes());
        } catch (IOException e) {
            throw new ClientException("The events for Kafka's tool cannot be written.", e);
        }
    }

    /** Sends so many records; gives records per second, as the tool tells it. */
    double run(long records) {
        try (var tool = scratch.startClass(NAME, TOOL, arguments(records))) {
            tool.awaitEnd();
        }
        try {
            return recordsPerSecond(Files.readString(scratch.data().log(NAME)));
        } catch (IOException e) {
            throw new ClientException("What Kafka's tool said cannot be read.", e);
        }
    }

    /** The rate in the last summary of the tool's output. */
    static double recordsPerSecond(String output) {
        return RESULT.matcher(output)
                .results()
                .map(MatchResult::group)
                .reduce((first, last) -> last)
                .map(last -> Double.parseDouble(last.replaceAll("[^0-9.]", "")))
                .orElseThrow(() -> new ClientException("Kafka's tool says no rate; its output:\n" + output));
    }

    private String[] arguments(long records) {
        List<String> arguments = new ArrayList<>(List.of(
                "--topic",
                BareProbe.TOPIC,
                "--num-records",
                String.valueOf(records),
                "--throughput",
                "-1",
                "--payload-file",
                payloads.toString(),
                "--producer-props"));
        ProducerSettings.asTheService(scratch.bootstrapServers())
                .forEach((key, value) -> arguments.add(key + "=" + value));
        return arguments.toArray(String[]::new);
    }
}
