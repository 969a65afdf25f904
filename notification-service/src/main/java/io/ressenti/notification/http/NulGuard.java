package io.ressenti.notification.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address that holds U+0000: PostgreSQL has no such character, so nothing can ever be found by it. */
class NulGuard {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new ProblemException(Problem.malformed("The address holds the character U+0000 (%00). Remove it."));
        }
    }
}
