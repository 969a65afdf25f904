package io.ressenti.bench.load;

import java.util.Map;

/**
 * Where requests go.
 *
 * @param port    on this machine
 * @param headers those of every request
 */
public record Target(int port, String path, Map<String, String> headers) {

    public Target {
        headers = Map.copyOf(headers);
    }
}
