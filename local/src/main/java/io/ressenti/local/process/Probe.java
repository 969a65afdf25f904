package io.ressenti.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process does its work by now. */
@FunctionalInterface
public interface Probe {

    HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /**
     * Whether {@code process} is ready.
     *
     * @throws InterruptedException where the caller gave up waiting
     */
    boolean isReady(Process process) throws InterruptedException;

    /** Ready as soon as it runs. */
    static Probe running() {
        return Process::isAlive;
    }

    /** Ready once {@link #answers}. */
    static Probe http(int port, String path) {
        return process -> isListening(port) && answers(port, path);
    }

    /** Ready once the process has written its id into {@code marker}. */
    static Probe marker(Path marker) {
        return process -> {
            try {
                return Files.readString(marker).strip().equals(String.valueOf(process.pid()));
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Whether {@code GET http://localhost:port/path} is answered with 200. */
    static boolean answers(int port, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /** Whether anybody accepts connections on that port of this machine. A stopped process still does, a dead one does not. */
    static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
