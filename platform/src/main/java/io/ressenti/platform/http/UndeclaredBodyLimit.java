package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads a body that does not say its length (a chunked one) up to the limit. Quarkus would cut it off as well, but without a
 * word of why.
 */
class UndeclaredBodyLimit {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** So much is read and thrown away, so that a client that is still sending gets to read the answer. */
    private static final long PATIENCE_BYTES = 4 * BodyLimit.LIMIT_BYTES;

    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> limit(ContainerRequestContext context, HttpServerRequest request) {
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH) != null;
        if (declared || request.isEnded() || !WITH_BODY.contains(context.getMethod())) {
            return Uni.createFrom().nullItem();
        }
        return read(request)
                .invoke(body -> context.setEntityStream(new ByteArrayInputStream(body.getBytes())))
                .replaceWith((Response) null);
    }

    private static Uni<Buffer> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            var body = new LimitedBody(BodyLimit.LIMIT_BYTES, PATIENCE_BYTES);
            request.handler(chunk -> {
                if (body.add(chunk)) {
                    emitter.fail(tooLarge());
                }
            });
            request.exceptionHandler(emitter::fail);
            request.endHandler(end -> {
                if (body.isTooLarge()) {
                    emitter.fail(tooLarge());
                } else {
                    emitter.complete(body.content());
                }
            });
            request.resume();
        });
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.tooLarge(BodyLimit.LIMIT_IN_WORDS));
    }
}
