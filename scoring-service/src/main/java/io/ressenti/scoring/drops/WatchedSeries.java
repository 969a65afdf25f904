package io.ressenti.scoring.drops;

import java.util.stream.Stream;

/**
 * What is watched: a touchpoint, one of its channels, or one of its partners.
 *
 * @param channel empty unless it is a channel that is watched
 * @param partner empty unless it is a partner that is watched
 */
record WatchedSeries(String brand, String touchpoint, String channel, String partner) {

    static final String NONE = "";

    /** The series that signals of {@code channel} and {@code partner} (empty: the brand itself) belong to. */
    static Stream<WatchedSeries> of(String brand, String touchpoint, String channel, String partner) {
        var whole = new WatchedSeries(brand, touchpoint, NONE, NONE);
        var ofChannel = new WatchedSeries(brand, touchpoint, channel, NONE);
        return partner.equals(NONE)
                ? Stream.of(whole, ofChannel)
                : Stream.of(whole, ofChannel, new WatchedSeries(brand, touchpoint, NONE, partner));
    }

    boolean isOfPartner() {
        return !partner.equals(NONE);
    }
}
