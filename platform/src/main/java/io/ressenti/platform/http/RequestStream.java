package io.ressenti.platform.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body as it arrives. Holds a few pieces of the network's size and no more: the client can send on only as fast as
 * it is read. For virtual threads: a read parks until something comes, and holds no lock meanwhile.
 */
final class RequestStream extends InputStream {

    private static final int WINDOW = 8;

    private sealed interface Piece {

        record Data(Buffer bytes) implements Piece {}

        record End() implements Piece {}

        record Failure(Throwable cause) implements Piece {}
    }

    private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
    private final HttpServerRequest request;
    private final Context context;
    private final Duration idleTimeout;
    private byte[] current = new byte[0];
    private int position;
    private boolean ended;

    private RequestStream(HttpServerRequest request, Context context, Duration idleTimeout) {
        this.request = request;
        this.context = context;
        this.idleTimeout = idleTimeout;
    }

    /** Begins to take in the body of {@code request}; on its event loop. */
    static RequestStream of(HttpServerRequest request, Context context, Duration idleTimeout) {
        var stream = new RequestStream(request, context, idleTimeout);
        if (request.isEnded()) {
            stream.arrived.add(new Piece.End());
            return stream;
        }
        request.handler(bytes -> stream.arrived.add(new Piece.Data(bytes)));
        request.endHandler(end -> stream.arrived.add(new Piece.End()));
        request.exceptionHandler(failure -> stream.arrived.add(new Piece.Failure(failure)));
        request.fetch(WINDOW);
        return stream;
    }

    @Override
    public int read() throws IOException {
        return hasCurrent() ? current[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasCurrent()) {
            return -1;
        }
        var count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    /** What can be read without waiting; at least one where a further piece has arrived. */
    @Override
    public int available() {
        var rest = current.length - position;
        return rest > 0 ? rest : arrived.peek() instanceof Piece.Data ? 1 : 0;
    }

    private boolean hasCurrent() throws IOException {
        while (position == current.length && !ended) {
            switch (next()) {
                case Piece.Data(var bytes) -> {
                    current = bytes.getBytes();
                    position = 0;
                    context.runOnContext(ignored -> fetchAnother());
                }
                case Piece.End() -> ended = true;
                case Piece.Failure(var cause) -> throw new ClientGoneException(cause);
            }
        }
        return position < current.length;
    }

    /** On the event loop, where a request ends: an HTTP/2 request that has ended refuses to be asked for more. */
    private void fetchAnother() {
        if (!request.isEnded()) {
            request.fetch(1);
        }
    }

    private Piece next() throws IOException {
        try {
            var piece = arrived.poll(idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                throw BodyProblems.tooSlow();
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a request's body", e);
        }
    }
}
