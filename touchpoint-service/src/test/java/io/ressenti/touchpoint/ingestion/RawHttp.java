package io.ressenti.touchpoint.ingestion;

import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A connection to the service on which anything can be said. */
final class RawHttp implements Closeable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp() throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param status 0 where the connection was closed instead
     */
    record Answer(int status, String headers, String body) {}

    /** The head of a POST by the brand acme, with {@code headers}, each on a line of its own. */
    static String post(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TestCredentials.ACME + "\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers)
                                .map(header -> header + "\r\n")
                                .toList()) + "\r\n";
    }

    RawHttp send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    RawHttp send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends {@code bytes} as a chunk of a chunked body. */
    RawHttp sendChunk(byte[] bytes) throws IOException {
        return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
    }

    /** Says that nothing more will be sent. */
    RawHttp finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next answer. */
    Answer answer() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = next();
            if (next < 0) {
                return new Answer(0, head.toString(), "");
            }
            head.append((char) next);
        }
        var length = header(head, "content-length:");
        var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), new String(body, UTF_8));
    }

    /** Whether the service closes the connection, and says nothing before. */
    boolean isClosed() throws IOException {
        return next() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int next() throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    private static String header(CharSequence head, String name) {
        return head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }
}
