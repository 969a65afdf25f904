package io.ressenti.e2e.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for one system.
 *
 * @param frontDoor  the front door's
 * @param postgreSql PostgreSQL's
 * @param kafka      Kafka's; its controller takes the next one
 * @param services   the first service's; the others follow
 */
record Ports(int frontDoor, int postgreSql, int kafka, int services) {

    private static final int COUNT = 9;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    /** A row of ports that nobody listens on, below those that the system hands out by itself. */
    static Ports free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + COUNT).allMatch(Ports::isFree))
                .mapToObj(first -> new Ports(first, first + 1, first + 2, first + 4))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of free ports"));
    }

    Ports withFrontDoor(int port) {
        return new Ports(port, postgreSql, kafka, services);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
