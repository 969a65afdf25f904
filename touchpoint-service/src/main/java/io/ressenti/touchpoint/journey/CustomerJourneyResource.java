package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer lived: all of it in order, and journey by journey. */
@Path("/api/v1/customers/{customer}")
@Tag(name = "Journey")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class CustomerJourneyResource {

    private static final int MOST_PER_PAGE = 200;

    private final JourneyRepository journeys;
    private final Caller caller;

    CustomerJourneyResource(JourneyRepository journeys, Caller caller) {
        this.journeys = journeys;
        this.caller = caller;
    }

    @GET
    @Path("journey")
    @Operation(
            operationId = "getCustomerJourney",
            summary = "Shows what a customer lived",
            description = "Touchpoints and feedback by event time, oldest first; late ones stand where they belong.")
    @APIResponse(responseCode = "200", description = "A page of it; empty for a customer of whom nothing is known.")
    public Uni<JourneyView> journey(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("journeyId") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
                    String journeyId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "from", "to", "journeyId", "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var query = new JourneyQuery(
                caller.brand(),
                customer,
                journeyId,
                Parameters.time("from", from, Instant.EPOCH),
                Parameters.time("to", to, Parameters.LATEST),
                Position.read(cursor),
                limit + 1);
        return journeys.lines(query)
                .map(found -> Page.of(found, limit, last -> Position.of(last).cursor()))
                .map(page -> new JourneyView(customer, page.items(), page.next()));
    }

    @GET
    @Path("journeys")
    @Operation(
            operationId = "listCustomerJourneys",
            summary = "Lists a customer's journeys",
            description = "Orders, visits, cases, by journeyId: the one that began last first, each in numbers.")
    @APIResponse(responseCode = "200", description = "A page of them; empty for a customer of whom nothing is known.")
    public Uni<CustomerJourneysView> journeys(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        return journeys.journeysOf(caller.brand(), customer, JourneyPosition.read(cursor), limit + 1)
                .map(found ->
                        Page.of(found, limit, last -> JourneyPosition.of(last).cursor()))
                .map(page -> new CustomerJourneysView(customer, page.items(), page.next()));
    }
}
