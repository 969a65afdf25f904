package io.ressenti.platform.http;

import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads bodies whole, within limits of length and time. */
@ApplicationScoped
class LimitedBodies {

    static final int LIMIT_BYTES = 5 * 1024 * 1024;

    private final HttpConfig config;
    private final Vertx vertx;

    LimitedBodies(HttpConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    /**
     * The body of {@code request}, decompressed. To be called on the request's event loop, which it completes on.
     *
     * @return fails with a {@link ProblemException}: 413 where it has more than {@link #LIMIT_BYTES}, before or after, 408 where
     *     it is not there in time, 400 where it is damaged
     */
    Uni<byte[]> read(HttpServerRequest request, ContentCoding coding) {
        if (declaredLength(request) > LIMIT_BYTES) {
            return Uni.createFrom().failure(BodyProblems.tooLarge());
        }
        Uni<byte[]> received = Uni.createFrom()
                .emitter(emitter -> new BodyReceiver(request, vertx, emitter).start(config.bodyTimeout()));
        if (coding == ContentCoding.IDENTITY) {
            return received;
        }
        var caller = Vertx.currentContext();
        return received.emitOn(Infrastructure.getDefaultExecutor())
                .map(bytes -> decoded(bytes, coding))
                .emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    private static byte[] decoded(byte[] bytes, ContentCoding coding) {
        try (var body = coding.decode(new ByteArrayInputStream(bytes))) {
            var content = body.readNBytes(LIMIT_BYTES + 1);
            if (content.length > LIMIT_BYTES) {
                throw BodyProblems.tooLarge();
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the HTTP codec refuses such a request itself
        }
    }
}
