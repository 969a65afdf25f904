package io.ressenti.bench.ingest;

import io.ressenti.bench.load.OpenLoad.Latencies;
import java.util.List;

/** The rounds at a fixed rate: the service's and the bare probe's, taken in turn. In milliseconds. */
record Latency(double perSecond, List<Latencies> service, List<Latencies> probe) {

    /** The median over the rounds of the service's percentile. */
    double service(double percentile) {
        return millis(service, percentile);
    }

    /** The median over the rounds of the probe's percentile. */
    double probe(double percentile) {
        return millis(probe, percentile);
    }

    double ratio(double percentile) {
        return service(percentile) / probe(percentile);
    }

    /** Requests that the service did not accept. */
    long refusedByService() {
        return service.stream().mapToLong(Latencies::refused).sum();
    }

    /** Requests that the probe did not accept. */
    long refusedByProbe() {
        return probe.stream().mapToLong(Latencies::refused).sum();
    }

    private static double millis(List<Latencies> rounds, double percentile) {
        return Medians.of(rounds, round -> round.micros().getValueAtPercentile(percentile) / 1000.0);
    }
}
