package io.ressenti.touchpoint.catalogue;

import java.util.Map;

/** A channel as it is shown. */
record ChannelView(String code, Map<String, String> names, boolean online) {

    static ChannelView of(ChannelEntity channel) {
        return new ChannelView(channel.key.code(), channel.names, channel.online);
    }
}
