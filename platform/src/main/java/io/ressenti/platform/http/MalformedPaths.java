package io.ressenti.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.ressenti.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a path that is not percent-encoded with a word of why; those who would decode it later say nothing. */
@ApplicationScoped
class MalformedPaths {

    private static final int EARLY = 900;
    private static final int HEX = 16;

    private final byte[] answer;

    MalformedPaths(ObjectMapper json) throws JsonProcessingException {
        this.answer = json.writeValueAsBytes(Problem.malformed(
                "The path holds a % that two hexadecimal digits do not follow. Write a % itself as %25."));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        if (isEncoded(context.request().path())) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(answer));
    }

    private static boolean isEncoded(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()
                    || Character.digit(path.charAt(at + 1), HEX) < 0
                    || Character.digit(path.charAt(at + 2), HEX) < 0) {
                return false;
            }
        }
        return true;
    }
}
