package io.ressenti.scoring.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Exponential decay counted forward from a fixed landmark (Cormode, Shkapenyuk, Srivastava, Xu: "Forward Decay: A Practical
 * Time Decay Model for Streaming Systems", ICDE 2009). Backward decay weighs a signal of age a with 2^(−a/h), which changes
 * every moment; forward decay weighs it once and for all with 2^((t − L)/h). Both weigh signals alike relative to each other,
 * so every weighted mean is the same, while sums of forward weights only ever add up and late events cost nothing.
 */
public final class ForwardDecay {

    /** L. Fixed for ever: stored sums refer to it. */
    public static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");

    /** h: after this long a signal weighs half. */
    public static final Duration HALF_LIFE = Duration.ofDays(30);

    /**
     * Keeps weights and sums of their squares within a double: times more than 480 half-lives from the landmark (before
     * mid-1980, after mid-2059) weigh as if at that bound.
     */
    private static final double MAX_EXPONENT = 480;

    private static final double NANOS = 1e9;

    private ForwardDecay() {}

    /** The weight of something that happened at {@code time}; 1 at the landmark. */
    public static double weight(Instant time) {
        var seconds = time.getEpochSecond() - LANDMARK.getEpochSecond() + time.getNano() / NANOS;
        var halfLives = seconds / HALF_LIFE.toSeconds();
        return Math.pow(2, Math.clamp(halfLives, -MAX_EXPONENT, MAX_EXPONENT));
    }
}
