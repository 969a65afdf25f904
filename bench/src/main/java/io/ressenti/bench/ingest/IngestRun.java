package io.ressenti.bench.ingest;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.OpenLoad.Latencies;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.TopicCount;
import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.FreePorts;
import io.ressenti.local.process.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both servers side by side, and the load on each in turn, so that whatever else the machine does meets both. */
final class IngestRun {

    private static final int LATENCY_CONNECTIONS = 256;

    private final Scratch scratch;
    private final Plan plan;
    private final Events events = new Events(Events.newRun());
    private final int probePort = FreePorts.find(1).getFirst();
    private final JavaProcess service;
    private final JavaProcess probe;
    private long accepted;

    /**
     * What is done.
     *
     * @param clients     connections of the closed loops
     * @param rounds      how often each is measured
     * @param window      how long each time
     * @param warmup      load on each beforehand, in each shape, that does not count
     * @param perSecond   rate of the open load
     * @param toolRecords how many records Kafka's own tool sends in each round
     * @param projector   whether the service stores its events meanwhile, as it does in earnest
     */
    record Plan(
            int clients,
            int rounds,
            Duration window,
            Duration warmup,
            double perSecond,
            long toolRecords,
            boolean projector) {}

    IngestRun(Scratch scratch, Plan plan) {
        this.scratch = scratch;
        this.plan = plan;
        try (var topics = new TopicCount(scratch.bootstrapServers())) {
            topics.create(BareProbe.TOPIC);
        }
        service = scratch.startTouchpointService(plan.projector() ? Map.of() : Scratch.WITHOUT_PROJECTOR);
        probe = scratch.startCommand(BareProbe.NAME, String.valueOf(probePort), scratch.bootstrapServers())
                .awaitReady(process -> Probe.isListening(probePort));
        try (var api = scratch.api()) {
            new CatalogueClient(api).put(Events.catalogue());
        }
    }

    /** The closed loops in one shape. */
    Comparison compare(Shape shape) {
        List<Window> ours = new ArrayList<>();
        List<Window> bare = new ArrayList<>();
        var first = shape.service(scratch, service, events);
        var second = shape.probe(probePort, probe, events);
        try (var load = new HttpLoad(plan.clients())) {
            loadService(first, load, plan.warmup());
            second.closed(load, plan.clients(), plan.warmup());
            for (int round = 0; round < plan.rounds(); round++) {
                ours.add(loadService(first, load, plan.window()));
                bare.add(second.closed(load, plan.clients(), plan.window()));
            }
        }
        return new Comparison(shape, ours, bare);
    }

    /** Single events at a fixed rate. */
    Latency latency() {
        List<Latencies> ours = new ArrayList<>();
        List<Latencies> bare = new ArrayList<>();
        var first = Shape.ONE.service(scratch, service, events);
        var second = Shape.ONE.probe(probePort, probe, events);
        try (var load = new HttpLoad(LATENCY_CONNECTIONS)) {
            timeService(first, load, plan.warmup());
            second.open(load, plan.perSecond(), plan.warmup());
            for (int round = 0; round < plan.rounds(); round++) {
                ours.add(timeService(first, load, plan.window()));
                bare.add(second.open(load, plan.perSecond(), plan.window()));
            }
        }
        return new Latency(plan.perSecond(), ours, bare);
    }

    /** Kafka's own tool; records per second of each round. */
    List<Double> tool() {
        var tool = new KafkaTool(scratch);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            rates.add(tool.run(plan.toolRecords()));
        }
        return rates;
    }

    /** How many of the service's events stand on its topic. */
    long onTopic() {
        try (var topics = new TopicCount(scratch.bootstrapServers())) {
            return topics.of(Topics.TOUCHPOINTS);
        }
    }

    /** How many events the service has confirmed. */
    long accepted() {
        return accepted;
    }

    private Window loadService(Contestant contestant, HttpLoad load, Duration duration) {
        var window = contestant.closed(load, plan.clients(), duration);
        accepted += window.events();
        return window;
    }

    private Latencies timeService(Contestant contestant, HttpLoad load, Duration duration) {
        var latencies = contestant.open(load, plan.perSecond(), duration);
        accepted += latencies.micros().getTotalCount();
        return latencies;
    }
}
