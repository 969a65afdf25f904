package io.ressenti.scoring.model;

import java.util.Optional;

/**
 * Numbers that may be added up: same question type, same scale. A different scale is a different series, never mixed.
 *
 * @param code the series' name in storage, {@code CSAT:5} for instance
 */
public record Series(String code) implements Comparable<Series> {

    private static final String BROKEN = "BROKEN:";

    public static final Series NPS = new Series("NPS");

    /** Values 0–100 of what customers said. */
    public static final Series EXPERIENCE_STATED = new Series("EXPERIENCE:STATED");

    /** Values 0–100 of what was observed. */
    public static final Series EXPERIENCE_OBSERVED = new Series("EXPERIENCE:OBSERVED");

    /** Satisfaction on 1..{@code scale}. */
    public static Series csat(int scale) {
        return new Series("CSAT:" + scale);
    }

    /** Stars on 1..{@code scale}. */
    public static Series stars(int scale) {
        return new Series("STARS:" + scale);
    }

    /** Customer effort, "made it easy", on 1..{@code scale}. */
    public static Series ces(int scale) {
        return new Series("CES:" + scale);
    }

    /** Promises on {@code measure} that were broken: one value for each. */
    public static Series broken(String measure) {
        return new Series(BROKEN + measure);
    }

    /** The measure whose broken promises these are; empty for any other series. */
    public Optional<String> brokenMeasure() {
        return code.startsWith(BROKEN) ? Optional.of(code.substring(BROKEN.length())) : Optional.empty();
    }

    @Override
    public int compareTo(Series other) {
        return code.compareTo(other.code);
    }
}
