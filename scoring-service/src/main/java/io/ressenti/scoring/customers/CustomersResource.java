package io.ressenti.scoring.customers;

import io.ressenti.contracts.Band;
import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers by how they stand. */
@Path("/api/v1/scores/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class CustomersResource {

    private static final int MAX_LIMIT = 1_000;

    private final BandRepository repository;
    private final Caller caller;

    CustomersResource(BandRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCustomersByBand",
            summary = "Lists the customers of one band",
            description = "In the order of their identifiers. Whoever changes band while you read is found where they "
                    + "stand then: follow cx.scores.v1 to miss nobody.")
    @Parameter(
            name = "band",
            required = true,
            description = "Where the customers stand.",
            schema = @Schema(implementation = Band.class))
    @Parameter(name = "cursor", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "limit", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
    @APIResponse(responseCode = "200", description = "A page of customers; empty where nobody stands there.")
    public Uni<Page<BandedCustomerView>> list(
            @QueryParam("band") String band,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "band", "cursor", "limit");
        var wanted = Parameters.choice("band", band, Band.class, null);
        if (wanted == null) {
            throw new ProblemException(
                    Problem.invalid("", "The parameter band is missing: AT_RISK, FRAGILE, CONTENT or AMBASSADOR."));
        }
        var most = Parameters.limit(limit, MAX_LIMIT);
        var after =
                cursor == null || cursor.isBlank() ? "" : Cursor.read(cursor, 1).getFirst();
        return repository
                .list(caller.brand(), wanted, after, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.customer())));
    }
}
