package io.ressenti.bench.projector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many lines had been stored at which moment. */
final class Progress {

    /**
     * A look at it.
     *
     * @param at    since the service was started
     * @param lines stored by then
     */
    record Sample(Duration at, long lines) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(Duration at, long lines) {
        samples.add(new Sample(at, lines));
    }

    /** Lines per second from the first look that found any until the last: a service that is still compiling, too. */
    double overall() {
        return rate(firstWith(1));
    }

    /** Lines per second of the second half of the lines. */
    double secondHalf() {
        return rate(firstWith(last().lines() / 2));
    }

    /** From the start of the service until all were stored. */
    Duration whole() {
        return last().at();
    }

    private double rate(Sample from) {
        var seconds = last().at().minus(from.at()).toNanos() / 1e9;
        return seconds == 0 ? Double.NaN : (last().lines() - from.lines()) / seconds;
    }

    private Sample firstWith(long lines) {
        return samples.stream()
                .filter(sample -> sample.lines() >= lines)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was stored"));
    }

    private Sample last() {
        return samples.getLast();
    }
}
