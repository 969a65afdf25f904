package io.ressenti.platform.http;

import io.ressenti.platform.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Opens the bodies of {@link StreamedBody} methods. */
@ApplicationScoped
public class RequestStreams {

    private final HttpConfig config;

    RequestStreams(HttpConfig config) {
        this.config = config;
    }

    /**
     * The body of a request, decompressed, as it arrives. To be called on the request's event loop, and read on a virtual
     * thread. A read fails with a {@link ClientGoneException} where the client broke off, with a {@link ProblemException} where
     * it went silent (408) or the body is damaged (400).
     */
    public InputStream open(RoutingContext context) {
        var request = context.request();
        var coding = ContentCoding.of(request.getHeader("Content-Encoding"))
                .orElseThrow(() -> new ProblemException(BodyProblems.unknownCoding()));
        UnreadBodies.continueIfAsked(request);
        return coding.decode(RequestStream.of(request, Vertx.currentContext(), config.streamIdleTimeout()));
    }
}
