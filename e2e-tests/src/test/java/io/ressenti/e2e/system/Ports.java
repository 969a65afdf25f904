package io.ressenti.e2e.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A row of ports that nobody listens on, below those that the system hands out by itself.
 *
 * @param first the first one
 */
record Ports(int first) {

    private static final int COUNT = 9;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    static Ports free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + COUNT).allMatch(Ports::isFree))
                .mapToObj(Ports::new)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of free ports"));
    }

    int frontDoor() {
        return first;
    }

    int postgreSql() {
        return first + 1;
    }

    /** Its controller takes the next port. */
    int kafka() {
        return first + 2;
    }

    int services() {
        return first + 4;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
