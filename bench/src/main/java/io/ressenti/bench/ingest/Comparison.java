package io.ressenti.bench.ingest;

import java.util.List;

/** The rounds of one shape: the service's and the bare probe's, taken in turn. */
record Comparison(Shape shape, List<Window> service, List<Window> probe) {

    double serviceRate() {
        return Medians.of(service, Window::perSecond);
    }

    double probeRate() {
        return Medians.of(probe, Window::perSecond);
    }

    double serviceMicros() {
        return Medians.of(service, Window::microsPerEvent);
    }

    double probeMicros() {
        return Medians.of(probe, Window::microsPerEvent);
    }

    /** How much of the probe's events per second the service takes in. */
    double rateRatio() {
        return serviceRate() / probeRate();
    }

    /** How often the probe's processor time for one event the service needs. */
    double costRatio() {
        return serviceMicros() / probeMicros();
    }

    /** Requests that the service did not accept. */
    long refusedByService() {
        return service.stream().mapToLong(Window::refused).sum();
    }

    /** Requests that the probe did not accept. */
    long refusedByProbe() {
        return probe.stream().mapToLong(Window::refused).sum();
    }
}
