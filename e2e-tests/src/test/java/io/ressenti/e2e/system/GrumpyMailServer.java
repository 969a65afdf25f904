package io.ressenti.e2e.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that knows no mailbox, and says so in words that hold the address. */
public final class GrumpyMailServer implements AutoCloseable {

    private final Listener listener = Listener.start(client -> Thread.startVirtualThread(() -> talk(client)));

    private GrumpyMailServer() {}

    /** Opens one on a free port. */
    public static GrumpyMailServer open() {
        return new GrumpyMailServer();
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }

    private static void talk(Socket client) {
        try (client;
                var lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 localhost");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say(client, answer(line));
            }
        } catch (IOException ended) {
            // By the client.
        }
    }

    private static String answer(String line) {
        return line.toUpperCase(Locale.ROOT).startsWith("RCPT")
                ? "550 5.1.1 " + line.substring(line.indexOf('<')) + ": no such mailbox"
                : "250 localhost";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
