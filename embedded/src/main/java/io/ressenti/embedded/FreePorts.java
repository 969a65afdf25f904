package io.ressenti.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports that nobody listens on. They lie below those that systems give to outgoing connections: any client might get one of
 * these before it is used, and one that calls a server which is away might even reach itself.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private FreePorts() {}

    /**
     * {@code count} different ports that are free now.
     *
     * @throws IllegalStateException where there are not so many
     */
    public static List<Integer> find(int count) {
        var ports = ThreadLocalRandom.current()
                .ints(HIGHEST - LOWEST, LOWEST, HIGHEST)
                .distinct()
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (ports.size() < count) {
            throw new IllegalStateException("no %d ports are free from %d to %d".formatted(count, LOWEST, HIGHEST - 1));
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
