package io.ressenti.scoring.upkeep;

import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making all scores anew. */
@Path(RebuildResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Upkeep")
@RolesAllowed(Roles.OPERATOR)
class RebuildResource {

    static final String PATH = "/api/v1/scores/rebuilds";

    private final Upkeep upkeep;
    private final UpkeepRuns runs;
    private final UpkeepReports reports;
    private final Rebuild rebuild;
    private final Caller caller;

    RebuildResource(Upkeep upkeep, UpkeepRuns runs, UpkeepReports reports, Rebuild rebuild, Caller caller) {
        this.upkeep = upkeep;
        this.runs = runs;
        this.reports = reports;
        this.rebuild = rebuild;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "startRebuild",
            summary = "Makes all scores anew from the topics",
            description = "Counts every event of the topics again beside the scores that are there, of all brands, and "
                    + "switches over. Scoring and reading go on meanwhile, but for a moment. Runs in the background; "
                    + "Location says where to look.")
    @Parameter(
            name = "force",
            in = ParameterIn.QUERY,
            description = "true: even where events that count stand on no topic any more; they are lost",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "202",
            description = "It has begun.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "409", description = "A verification or a rebuild is under way.")
    public Uni<Response> start(@Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "force");
        var task = rebuild.task(Parameters.flag(uri, "force"));
        return upkeep.start(task, caller.name()).map(run -> Response.accepted(RebuildView.of(run, reports))
                .location(URI.create(PATH + "/" + run.id()))
                .build());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRebuild",
            summary = "How far a rebuild is",
            description =
                    "A rebuild that FAILED says why in failure; but for the switch at its end it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, or what it has done.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "done", externalValue = "rebuild.json")))
    @APIResponse(responseCode = "404", description = "There was no such rebuild.")
    public Uni<RebuildView> get(@PathParam("id") UUID id, @Context UriInfo uri) {
        Parameters.refuseUnknown(uri);
        return runs.find(Rebuild.NAME, id)
                .map(found -> found.orElseThrow(RebuildResource::unknown))
                .map(run -> RebuildView.of(run, reports));
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.notFound("There was no rebuild of this id. Start one: POST " + PATH));
    }
}
