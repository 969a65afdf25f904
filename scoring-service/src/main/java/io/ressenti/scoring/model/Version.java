package io.ressenti.scoring.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of several versions of one event counts: the greatest, whatever the order in which they arrive. The most often amended
 * one; of these the one received first, for what is sent again must not change what stood; of these any, but always the same.
 *
 * @param revision    how often the event was amended
 * @param fingerprint of what the version says
 */
public record Version(int revision, Instant receivedAt, long fingerprint) implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::revision)
            .thenComparing(Version::receivedAt, Comparator.reverseOrder())
            .thenComparing(Version::fingerprint, Comparator.reverseOrder());

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
