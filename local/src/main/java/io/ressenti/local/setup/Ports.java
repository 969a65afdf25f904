package io.ressenti.local.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each part listens.
 *
 * @param frontDoor       the only one that people and applications need
 * @param kafka           Kafka's listener; its controller takes the next port
 * @param postgreSql      PostgreSQL
 * @param servicesFrom    the first service's; the others follow in the order of {@link Service}
 */
public record Ports(int frontDoor, int kafka, int postgreSql, int servicesFrom) {

    /** A port that a part is about to listen on, and the option that moves it. */
    public record Use(int port, String part, String option) {}

    public int kafkaController() {
        return kafka + 1;
    }

    public int of(Service service) {
        return servicesFrom + service.ordinal();
    }

    /** Every port that is needed. */
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        uses.add(new Use(frontDoor, "the front door", "--port"));
        uses.add(new Use(kafka, "Kafka", "--kafka-port"));
        uses.add(new Use(kafkaController(), "Kafka's controller", "--kafka-port"));
        uses.add(new Use(postgreSql, "PostgreSQL", "--postgres-port"));
        for (Service service : Service.values()) {
            uses.add(new Use(of(service), service.module(), "--service-ports-from"));
        }
        return List.copyOf(uses);
    }

    /** Those of {@link #uses()} on which somebody listens already. */
    public List<Use> taken() {
        return uses().stream().filter(use -> !isFree(use.port())).toList();
    }

    /** Those of {@link #uses()} that another part wants too, or that are no port at all. */
    public List<Use> impossible() {
        var uses = uses();
        return uses.stream()
                .filter(use -> use.port() < 1
                        || use.port() > 65_535
                        || uses.stream()
                                        .filter(other -> other.port() == use.port())
                                        .count()
                                > 1)
                .toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A connection that was closed a moment ago must not look like a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
