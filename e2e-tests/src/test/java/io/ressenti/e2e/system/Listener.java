package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes connections on a free port of this machine, one after the other. */
final class Listener implements AutoCloseable {

    private static final int BACKLOG = 128;

    /** What becomes of a connection. It ends the listener if it fails. */
    @FunctionalInterface
    interface Connected {
        void to(Socket client) throws IOException;
    }

    private final ServerSocket server;

    private Listener(ServerSocket server) {
        this.server = server;
    }

    static Listener start(Connected connected) {
        try {
            var listener = new Listener(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(() -> listener.accept(connected));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Connected connected) {
        try {
            while (true) {
                connected.to(server.accept());
            }
        } catch (IOException closed) {
            // Whoever still connects is refused, and the test says so.
        }
    }
}
