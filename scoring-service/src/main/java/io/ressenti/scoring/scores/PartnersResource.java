package io.ressenti.scoring.scores;

import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.csv.Format;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose touchpoints cost the brand its customers. */
@Path("/api/v1/scores/partners")
@Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV})
@Tag(name = "Scores")
@RolesAllowed({Roles.ANALYST, Roles.LEAD})
class PartnersResource {

    private static final Set<String> PARAMETERS = Set.of("from", "to", "limit", Format.PARAMETER);
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 10_000;

    private final SumsReader reader;
    private final BrokenPromises broken;
    private final Caller caller;

    PartnersResource(SumsReader reader, BrokenPromises broken, Caller caller) {
        this.reader = reader;
        this.broken = broken;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPartners",
            summary = "Every partner's part in the brand's score, the worst first",
            description =
                    "Over all signals at touchpoints that the partner ran: its score, its share of all dissatisfaction,"
                            + " the brand's score without it, and the promises it has broken. Sorted by the upper bound of its score.")
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many partners at most, 100 where left out.",
            schema = @Schema(type = SchemaType.INTEGER, maximum = "10000"))
    @Parameter(
            name = Format.PARAMETER,
            in = ParameterIn.QUERY,
            description = "json or csv; default: what Accept asks for")
    @APIResponse(
            responseCode = "200",
            description = "The partners; without rows where none has signals in the window.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PartnersView.class),
                        examples = @ExampleObject(name = "partners", externalValue = "partners.json")),
                @Content(
                        mediaType = Format.TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "partners", externalValue = "partners.csv"))
            })
    public Uni<Response> partners(@Context UriInfo uri, @Context HttpHeaders headers) {
        var parameters = new QueryParameters(uri.getQueryParameters());
        parameters.allowOnly(PARAMETERS);
        var window = parameters.window();
        var limit = parameters.limit(USUAL_LIMIT, MOST);
        var format = parameters.format(headers);
        var brand = caller.brand();
        return Uni.combine()
                .all()
                .unis(reader.sums(brand, PartnersView.query(window)), broken.byPartner(brand, window))
                .with((groups, promises) -> PartnersView.of(window, limit, groups, promises))
                .map(format::answer);
    }
}
