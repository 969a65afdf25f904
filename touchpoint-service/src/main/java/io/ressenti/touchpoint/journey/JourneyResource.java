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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer lived, in order. */
@Path("/api/v1/customers/{customer}/journey")
@Tag(name = "Journey")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class JourneyResource {

    private static final int MOST_PER_PAGE = 200;

    private static final String IDENTIFIER = "[^\\p{Cntrl}]{1,256}";
    private static final String IDENTIFIER_RULE =
            "An identifier is 1 to 256 characters, none of them a control character.";

    /** Later than any event can be, and a time that PostgreSQL knows. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final JourneyRepository journeys;
    private final Caller caller;

    JourneyResource(JourneyRepository journeys, Caller caller) {
        this.journeys = journeys;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Shows a customer's journey",
            description = "Touchpoints and feedback by event time, oldest first; late ones stand where they belong.")
    public Uni<JourneyView> journey(
            @PathParam("customer") @Pattern(regexp = IDENTIFIER, message = IDENTIFIER_RULE) String customer,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("journeyId") @Pattern(regexp = IDENTIFIER, message = IDENTIFIER_RULE) String journeyId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted) {
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var query = new JourneyQuery(
                caller.brand(),
                customer,
                journeyId,
                Parameters.time("from", from, Instant.EPOCH),
                Parameters.time("to", to, END),
                Position.read(cursor),
                limit + 1);
        return journeys.find(query)
                .map(found -> Page.of(found, limit, last -> Position.of(last).cursor()))
                .map(page -> new JourneyView(customer, page.items(), page.next()));
    }
}
