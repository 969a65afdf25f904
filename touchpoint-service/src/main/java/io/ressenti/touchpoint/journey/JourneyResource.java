package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.customers.Identifiers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A journey by itself: an order, a visit, a case. */
@Path("/api/v1/journeys/{journeyId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journey")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class JourneyResource {

    private static final int MOST_PER_PAGE = 200;
    private static final int MOST_CUSTOMERS = 100;

    private final JourneyRepository journeys;
    private final Caller caller;

    JourneyResource(JourneyRepository journeys, Caller caller) {
        this.journeys = journeys;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getJourney",
            summary = "Shows a journey",
            description =
                    "In numbers, and its touchpoints and feedback by event time, oldest first. Of its customers at most"
                            + " the first 100 are named; customersTotal counts all.")
    @APIResponse(responseCode = "200", description = "The journey, with a page of its timeline.")
    @APIResponse(responseCode = "404", description = "Nothing is known of this journey.")
    public Uni<JourneyPageView> journey(
            @PathParam("journeyId") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String journeyId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var after = Position.read(cursor);
        return journeys.journey(caller.brand(), journeyId, MOST_CUSTOMERS)
                .map(found -> found.orElseThrow(() -> unknown(journeyId)))
                .chain(journey -> journeys.lines(query(journey, after, limit + 1))
                        .map(found ->
                                Page.of(found, limit, last -> Position.of(last).cursor()))
                        .map(lines -> JourneyPageView.of(journey, lines)));
    }

    /** From its first line to its last: only these months are looked at. */
    private JourneyQuery query(JourneyTotals journey, Position after, int limit) {
        return new JourneyQuery(
                caller.brand(),
                List.of(),
                journey.journeyId(),
                journey.firstAt(),
                journey.lastAt().plus(1, ChronoUnit.MICROS),
                after,
                limit);
    }

    private static ProblemException unknown(String journeyId) {
        return new ProblemException(Problem.notFound("There is no journey with the id \"" + journeyId + "\"."));
    }
}
