package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.customers.CustomerLinks;
import io.ressenti.touchpoint.customers.Identifiers;
import io.ressenti.touchpoint.customers.model.Person;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer lived, under whatever identifiers: all of it in order, and journey by journey. */
@Path("/api/v1/customers/{customer}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journey")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class CustomerJourneyResource {

    private static final int MOST_PER_PAGE = 200;

    private static final String OWN = "own";
    private static final String OWN_WORDS =
            "true: only what happened under this identifier, whatever it was merged with";

    private final JourneyRepository journeys;
    private final CustomerLinks links;
    private final Caller caller;

    CustomerJourneyResource(JourneyRepository journeys, CustomerLinks links, Caller caller) {
        this.journeys = journeys;
        this.links = links;
        this.caller = caller;
    }

    @GET
    @Path("journey")
    @Operation(
            operationId = "getCustomerJourney",
            summary = "Shows what a customer lived",
            description =
                    "Touchpoints and feedback by event time, oldest first; late ones stand where they belong. Lines of"
                            + " all identifiers that were merged, each with its own.")
    @Parameter(name = OWN, in = ParameterIn.QUERY, description = OWN_WORDS, schema = @Schema(type = SchemaType.BOOLEAN))
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
        Parameters.refuseUnknown(uri, "from", "to", "journeyId", OWN, "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var earliest = Parameters.time("from", from, Instant.EPOCH);
        var latest = Parameters.time("to", to, Parameters.LATEST);
        var after = Position.read(cursor);
        var brand = caller.brand();
        return person(brand, customer, uri).chain(person -> journeys.lines(
                        new JourneyQuery(brand, person.identifiers(), journeyId, earliest, latest, after, limit + 1))
                .map(found -> Page.of(found, limit, last -> Position.of(last).cursor()))
                .map(page -> JourneyView.of(customer, person, page)));
    }

    @GET
    @Path("journeys")
    @Operation(
            operationId = "listCustomerJourneys",
            summary = "Lists a customer's journeys",
            description =
                    "Orders, visits, cases, by journeyId: the one that began last first, each in numbers. Those of all"
                            + " identifiers that were merged, each with its own.")
    @Parameter(name = OWN, in = ParameterIn.QUERY, description = OWN_WORDS, schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "A page of them; empty for a customer of whom nothing is known.")
    public Uni<CustomerJourneysView> journeys(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, OWN, "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var after = JourneyPosition.read(cursor);
        var brand = caller.brand();
        return person(brand, customer, uri)
                .chain(person -> journeys.journeysOf(brand, person.identifiers(), after, limit + 1)
                        .map(found -> Page.of(
                                found, limit, last -> JourneyPosition.of(last).cursor()))
                        .map(page -> CustomerJourneysView.of(customer, person, page)));
    }

    private Uni<Person> person(String brand, String customer, UriInfo uri) {
        if (Parameters.flag(uri, OWN)) {
            return Uni.createFrom().item(Person.of(customer));
        }
        return links.person(brand, customer, Person.MOST_IDENTIFIERS + 1)
                .invoke(CustomerJourneyResource::refuseTooMany);
    }

    private static void refuseTooMany(Person person) {
        if (person.tooMany()) {
            throw new ProblemException(Problem.of(
                    422,
                    "too-many-identifiers",
                    "Too many identifiers were merged into one person",
                    "More than " + Person.MOST_IDENTIFIERS
                            + " identifiers were merged with this one. Ask with ?own=true for what"
                            + " happened under this one alone, and un-merge those that do not belong together."));
        }
    }
}
