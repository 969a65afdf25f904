package io.ressenti.touchpoint.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.touchpoint.catalogue.CatalogueCache;
import io.ressenti.touchpoint.ingestion.model.Judge;
import io.ressenti.touchpoint.ingestion.model.Reading;
import io.ressenti.touchpoint.ingestion.model.TouchpointReader;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes events in: reads, judges, publishes. */
@ApplicationScoped
class TouchpointIngestion {

    private final CatalogueCache catalogues;
    private final EventPublisher publisher;
    private final MeterRegistry metrics;

    TouchpointIngestion(CatalogueCache catalogues, EventPublisher publisher, MeterRegistry metrics) {
        this.catalogues = catalogues;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Takes in what of {@code events} can be taken in.
     *
     * @param events each the text of one event
     * @return the verdict on each, in order, once Kafka has all accepted ones; fails where one of them could not be confirmed.
     *     To do all of it again is safe then
     */
    Uni<List<Verdict>> ingest(String brand, List<byte[]> events) {
        var readings = events.stream().map(TouchpointReader::read).toList();
        var receivedAt = Instant.now();
        return catalogues
                .of(brand, touchpointsIn(readings))
                .map(catalogue -> new Judge(brand, catalogue, receivedAt))
                .map(judge -> readings.stream().map(judge::decide).toList())
                .call(this::publish)
                .invoke(this::count);
    }

    private Uni<Void> publish(List<Verdict> verdicts) {
        return publisher.publishAll(verdicts.stream()
                .filter(Verdict.Accepted.class::isInstance)
                .map(Verdict.Accepted.class::cast)
                .map(accepted -> EventCodec.toRecord(Topics.TOUCHPOINTS, accepted.recorded()))
                .toList());
    }

    private void count(List<Verdict> verdicts) {
        var accepted =
                verdicts.stream().filter(Verdict.Accepted.class::isInstance).count();
        metrics.counter("ressenti.touchpoints", "verdict", "accepted").increment(accepted);
        metrics.counter("ressenti.touchpoints", "verdict", "rejected").increment(verdicts.size() - (double) accepted);
    }

    private static Set<String> touchpointsIn(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Readable.class::isInstance)
                .map(Reading.Readable.class::cast)
                .map(readable -> readable.event().touchpoint())
                .collect(Collectors.toSet());
    }
}
