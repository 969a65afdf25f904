package io.ressenti.local.frontdoor;

import io.ressenti.embedded.FreePorts;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Large bodies on their way to a service, seen from both ends of the connection. */
class StreamsTest {

    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 128;

    private Ports ports;
    private FrontDoor door;
    private ServerSocket service;

    @BeforeEach
    void open() throws Exception {
        var free = FreePorts.find(4);
        ports = new Ports(free.get(0), free.get(1), free.get(2), free.get(3));
        door = FrontDoor.open("localhost", ports);
        service = new ServerSocket(ports.of(Service.TOUCHPOINT), 1, InetAddress.getByName("localhost"));
    }

    @AfterEach
    void close() throws Exception {
        door.close();
        service.close();
    }

    @Test
    void aClientCanSendOnlyAsFastAsTheServiceReads() throws Exception {
        // Given a service that reads nothing for now, and a client with 128 MB for it
        var sent = new AtomicLong();
        try (var client = new Socket("localhost", ports.frontDoor())) {
            client.getOutputStream().write(head("Content-Encoding: zstd", "Content-Length: " + (long) BLOCK * BLOCKS));
            var sending = CompletableFuture.runAsync(() -> sendBlocks(client, sent));
            try (var connection = service.accept()) {
                var head = readHead(connection.getInputStream());
                await().during(ofSeconds(1))
                        .atMost(ofSeconds(60))
                        .pollInterval(ofMillis(200))
                        .until(sent::get, new Unchanging());

                // When it reads
                var before = sent.get();
                connection.getInputStream().skipNBytes((long) BLOCK * BLOCKS);

                // Then little had been held on the way, all of it comes, and it was not touched
                assertThat(before).isLessThan(32L * BLOCK);
                assertThat(sending).succeedsWithin(60, SECONDS);
                assertThat(head).contains("content-encoding: zstd");
            }
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOnOnce() throws Exception {
        try (var client = new Socket("localhost", ports.frontDoor())) {
            // Given
            client.getOutputStream().write(head("Expect: 100-continue", "Content-Length: 2"));
            assertThat(readHead(client.getInputStream())).startsWith("http/1.1 100 continue");
            client.getOutputStream().write("{}".getBytes(ISO_8859_1));

            // When
            try (var connection = service.accept()) {
                var head = readHead(connection.getInputStream());
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));

                // Then
                assertThat(head).doesNotContain("expect:");
                assertThat(readHead(client.getInputStream())).startsWith("http/1.1 202 accepted");
            }
        }
    }

    @Test
    void aClientThatBreaksOffIsBrokenOffTowardsTheService() throws Exception {
        // Given
        var client = new Socket("localhost", ports.frontDoor());
        client.getOutputStream().write(head("Content-Type: application/x-ndjson", "Transfer-Encoding: chunked"));
        client.getOutputStream().write("3\r\n{}\n\r\n".getBytes(ISO_8859_1));
        try (var connection = service.accept()) {
            connection.setSoTimeout(60_000);
            readHead(connection.getInputStream());

            // When
            client.close();

            // Then the service sees no proper end of the body
            var rest = new String(readToTheEnd(connection.getInputStream()), ISO_8859_1);
            assertThat(rest).contains("{}").doesNotContain("0\r\n\r\n");
        }
    }

    private static byte[] readToTheEnd(InputStream in) {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException reset) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    private static void sendBlocks(Socket client, AtomicLong sent) {
        var block = new byte[BLOCK];
        try {
            for (int i = 0; i < BLOCKS; i++) {
                client.getOutputStream().write(block);
                sent.addAndGet(BLOCK);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] head(String... headers) {
        return ("POST /api/v1/touchpoints/batch HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            assertThat(next).isNotNegative();
            head.append((char) next);
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    /** Holds while the number stays what it was when it was looked at before. */
    private static final class Unchanging implements java.util.function.Predicate<Long> {

        private long last = -1;

        @Override
        public boolean test(Long now) {
            var isSame = now == last;
            last = now;
            return isSame;
        }
    }
}
