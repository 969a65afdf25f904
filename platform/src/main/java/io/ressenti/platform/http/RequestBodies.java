package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads every body of a request, up to 5 MB of what it says when decompressed, before its resource is called: no
 * thread waits for a slow client, and every refusal has an answer. {@link StreamedBody} methods read their own.
 */
@Singleton
class RequestBodies {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String STREAMED = StreamedBody.class.getName();
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final LimitedBodies bodies;

    RequestBodies(LimitedBodies bodies) {
        this.bodies = bodies;
    }

    /** Leaves the body to the resource, as long as it is one that can be read. */
    @StreamedBody
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    public Response leave(ContainerRequestContext context) {
        context.setProperty(STREAMED, true);
        var coding = ContentCoding.of(context.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        return coding.isPresent() ? null : unknownCoding();
    }

    /** Reads the body. */
    @ServerRequestFilter(nonBlocking = true, priority = SECOND)
    public Uni<Response> read(ContainerRequestContext context, RoutingContext routing) {
        var request = routing.request();
        if (!WITH_BODY.contains(context.getMethod()) || context.getProperty(STREAMED) != null) {
            return Uni.createFrom().nullItem();
        }
        var coding = ContentCoding.of(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        if (coding.isEmpty()) {
            return Uni.createFrom().item(unknownCoding());
        }
        return bodies.read(request, coding.get())
                .invoke(bytes -> context.setEntityStream(new ByteArrayInputStream(bytes)))
                .replaceWith((Response) null);
    }

    private static Response unknownCoding() {
        return Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ACCEPTED)
                .entity(BodyProblems.unknownCoding())
                .build();
    }
}
