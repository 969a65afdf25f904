package io.ressenti.e2e.system;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a Service is in a cluster: each new connection goes to the next of its instances, and stays there, whatever becomes of that
 * instance.
 */
public final class Balancer implements AutoCloseable {

    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Listener listener = Listener.start(this::connect);

    private Balancer() {}

    /** Opens one without instances. */
    public static Balancer open() {
        return new Balancer();
    }

    public URI url() {
        return URI.create("http://localhost:" + listener.port());
    }

    /** New connections go to that instance too. */
    public void add(Twin instance) {
        ports.add(instance.port());
    }

    /** No new connection goes to that instance; those that there are stay. */
    public void remove(Twin instance) {
        ports.remove((Integer) instance.port());
    }

    @Override
    public void close() {
        listener.close();
    }

    /** Where the instance is gone the client's connection ends, and the test says so. */
    private void connect(Socket client) throws IOException {
        var instances = ports.toArray(Integer[]::new);
        var port = instances[Math.floorMod(next.getAndIncrement(), instances.length)];
        try {
            var instance = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread.startVirtualThread(() -> pass(client, instance));
            Thread.startVirtualThread(() -> pass(instance, client));
        } catch (ConnectException refused) {
            client.close();
        }
    }

    /** What ends on one side ends on the other. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By the other direction, or by a side that has gone.
        }
    }
}
