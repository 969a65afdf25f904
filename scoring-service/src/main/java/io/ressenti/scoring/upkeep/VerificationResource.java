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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everything that is kept is what the signals say. */
@Path(VerificationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Upkeep")
@RolesAllowed(Roles.OPERATOR)
class VerificationResource {

    static final String PATH = "/api/v1/scores/verifications";

    private final Upkeep upkeep;
    private final UpkeepRuns runs;
    private final UpkeepReports reports;
    private final Verification verification;
    private final Caller caller;

    VerificationResource(
            Upkeep upkeep, UpkeepRuns runs, UpkeepReports reports, Verification verification, Caller caller) {
        this.upkeep = upkeep;
        this.runs = runs;
        this.reports = reports;
        this.verification = verification;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "startVerification",
            summary = "Compares everything that is kept with the signals",
            description =
                    "Works out everything that is kept from the stored signals, merges and erasures, of all brands, and "
                            + "compares; each table in one snapshot. Runs in the background; Location says where to look.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "409", description = "A verification or a rebuild is under way.")
    public Uni<Response> start(@Context UriInfo uri) {
        Parameters.refuseUnknown(uri);
        return upkeep.start(verification, caller.name()).map(run -> Response.accepted(VerificationView.of(run, reports))
                .location(URI.create(PATH + "/" + run.id()))
                .build());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getVerification",
            summary = "What a verification has shown",
            description = "consistent, tables and signals are there once it is DONE. INTERRUPTED: the instance that it "
                    + "ran in ended; start another one.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, or what it has shown.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "one-difference", externalValue = "verification.json")))
    @APIResponse(responseCode = "404", description = "There was no such verification.")
    public Uni<VerificationView> get(@PathParam("id") UUID id, @Context UriInfo uri) {
        Parameters.refuseUnknown(uri);
        return runs.find(Verification.NAME, id)
                .map(found -> found.orElseThrow(VerificationResource::unknown))
                .map(run -> VerificationView.of(run, reports));
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.notFound("There was no verification of this id. Start one: POST " + PATH));
    }
}
