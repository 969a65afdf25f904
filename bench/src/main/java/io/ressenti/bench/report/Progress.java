package io.ressenti.bench.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much had been stored at which moment: lines of a timeline, or events. */
public final class Progress {

    /**
     * A look at it.
     *
     * @param at            since the service was started
     * @param lines         stored by then
     * @param processorTime of the service, used by then
     */
    public record Sample(Duration at, long lines, Duration processorTime) {}

    private final List<Sample> samples = new ArrayList<>();

    public void add(Sample sample) {
        samples.add(sample);
    }

    /** Lines per second from the first look that found any until the last: a service that is still compiling, too. */
    public double overall() {
        return rate(firstWith(1));
    }

    /** Lines per second of the second half of the lines. */
    public double secondHalf() {
        return rate(firstWith(last().lines() / 2));
    }

    /** Processor time of the service for one event of the second half, in microseconds. */
    public double microsPerEvent() {
        var half = firstWith(last().lines() / 2);
        var used = last().processorTime().minus(half.processorTime()).toNanos() / 1e3;
        return used / (last().lines() - half.lines());
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
