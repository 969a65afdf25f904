package io.ressenti.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.ressenti.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body that says it is too large before a byte of it is read; {@link UndeclaredBodyLimit} is for the others. */
@ApplicationScoped
class BodyLimit {

    static final long LIMIT_BYTES = 5 * 1024 * 1024;
    static final String LIMIT_IN_WORDS = "5 MB";
    private static final int EARLY = 1000;

    private final byte[] answer;

    BodyLimit(ObjectMapper json) throws JsonProcessingException {
        this.answer = json.writeValueAsBytes(Problem.tooLarge(LIMIT_IN_WORDS));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        if (declaredLength(context) <= LIMIT_BYTES) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaderNames.CONNECTION, "close")
                .end(io.vertx.core.buffer.Buffer.buffer(answer));
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the HTTP codec refuses such a request itself
        }
    }
}
