package io.ressenti.local.process;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** How PostgreSQL is watched over, with a bare socket in its place. */
@Timeout(180)
class DatabaseTest {

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final AtomicInteger starts = new AtomicInteger();

    private final Events events = new Events() {
        @Override
        public void ready(String part) {
            happened.add("ready");
        }

        @Override
        public void recovered(String part) {
            happened.add("recovered");
        }

        @Override
        public void ended(String part, String how, Duration delay) {
            happened.add(how + " " + delay.toMillis());
        }
    };

    @Test
    void aStartThatFailsInAnyWayIsTriedAgainLater() throws Exception {
        // Given a server whose second start fails as the library's do
        var first = listen(0);
        var port = first.getLocalPort();
        var database = Database.start(
                port,
                () -> switch (starts.incrementAndGet()) {
                    case 1 -> first;
                    case 2 -> throw new IllegalStateException("Process exited with code 1");
                    default -> listen(port);
                },
                events);
        assertThat(next()).isEqualTo("ready");

        // When
        first.close();

        // Then
        assertThat(next()).isEqualTo("is gone 500");
        assertThat(next()).isEqualTo("is gone 1000");
        assertThat(next()).isEqualTo("recovered");
        assertThat(Probe.isListening(port)).isTrue();
        database.stop();
        assertThat(Probe.isListening(port)).isFalse();
    }

    @Test
    void itStopsInTheMiddleOfAStartThatSwallowsTheInterrupt() throws Exception {
        // Given a start that hangs, and wraps the interrupt as the library does
        var first = listen(0);
        var database =
                Database.start(first.getLocalPort(), () -> starts.incrementAndGet() == 1 ? first : hang(), events);
        assertThat(next()).isEqualTo("ready");
        first.close();
        assertThat(next()).isEqualTo("is gone 500");
        assertThat(next()).isEqualTo("hangs");

        // When
        database.stop();

        // Then
        assertThat(starts).hasValue(2);
    }

    private Closeable hang() {
        happened.add("hangs");
        try {
            TimeUnit.MINUTES.sleep(1);
            return () -> {};
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    private String next() throws InterruptedException {
        return happened.poll(60, TimeUnit.SECONDS);
    }
}
