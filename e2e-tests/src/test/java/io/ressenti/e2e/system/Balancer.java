package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    private final ServerSocket server;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private Balancer(ServerSocket server) {
        this.server = server;
    }

    /** Opens one without instances. */
    public static Balancer open() {
        try {
            var balancer = new Balancer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
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
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                connect(server.accept());
            }
        } catch (IOException closed) {
            // Whoever still connects is refused, and the test says so.
        }
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
