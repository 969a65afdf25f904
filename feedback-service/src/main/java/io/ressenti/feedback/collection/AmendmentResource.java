package io.ressenti.feedback.collection;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that customers edit, and what they said before. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
class AmendmentResource {

    private static final int MOST_PER_PAGE = 100;

    private final Caller caller;
    private final FeedbackAmender amender;
    private final FeedbackReader reader;

    AmendmentResource(Caller caller, FeedbackAmender amender, FeedbackReader reader) {
        this.caller = caller;
        this.amender = amender;
        this.reader = reader;
    }

    @PUT
    @Path("/{source}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(operationId = "amendFeedback", summary = "Amends what a customer said", description = """
                    The whole document as in POST; occurredAt may be left out, and stays. Who said it and what it is about cannot
                    change: customer, journeyId, touchpoint, partner. The same again changes nothing. Without If-Match the last
                    one to write wins.""")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the revision that is amended: of two at once, the second is told.",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"0\"")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordFeedbackRequest.class),
                            examples = @ExampleObject(name = "better", externalValue = "amendment.json")))
    @APIResponse(
            responseCode = "200",
            description = "What stands now; the event that tells of it is on its way.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Names the revision.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedbackView.class),
                            examples = @ExampleObject(name = "better", externalValue = "amended.json")))
    @APIResponse(responseCode = "404", description = "There is no feedback with this source and id.")
    @APIResponse(
            responseCode = "409",
            description = "It is locked (`locked`): it came in longer ago than feedback can be amended.")
    @APIResponse(
            responseCode = "412",
            description = "It is another revision than If-Match names (`precondition-failed`).")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or something would change that has to stay (`invalid`, `future-time`).")
    public Uni<RestResponse<FeedbackView>> amend(
            @PathParam("source") @Parameter(description = "The application that sent it.", example = "survey")
                    String source,
            @PathParam("id") @Parameter(description = "Its id there.", example = "r-8") String id,
            @Context Request preconditions,
            @Context UriInfo uri,
            byte[] body) {
        Parameters.refuseUnknown(uri);
        return change(Parameters.text("source", source), id, preconditions, body);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(
            operationId = "amendFeedbackById",
            summary = "Amends what a customer said, by its id",
            description = "As /feedback/{source}/{id}. The source is the parameter's, else the body's, else the"
                    + " application's name, as it was when feedback was recorded with an Idempotency-Key.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordFeedbackRequest.class),
                            examples = @ExampleObject(name = "better", externalValue = "amendment.json")))
    @APIResponse(responseCode = "200", description = "What stands now; the event that tells of it is on its way.")
    @APIResponse(responseCode = "404", description = "There is no feedback with this source and id.")
    @APIResponse(responseCode = "409", description = "It is locked (`locked`).")
    @APIResponse(responseCode = "412", description = "It is another revision than If-Match names.")
    public Uni<RestResponse<FeedbackView>> amendById(
            @PathParam("id") @Parameter(description = "The application's id.", example = "r-8") String id,
            @QueryParam("source") @Parameter(description = "The application that sent it.", example = "survey")
                    String source,
            @Context Request preconditions,
            @Context UriInfo uri,
            byte[] body) {
        Parameters.refuseUnknown(uri, "source");
        return change(Parameters.text("source", source), id, preconditions, body);
    }

    @GET
    @Path("/{source}/{id}/revisions")
    @RolesAllowed({Roles.LEAD, Roles.ANALYST})
    @Operation(
            operationId = "listFeedbackRevisions",
            summary = "Lists what was said before",
            description = "The latest first; the first of all is what stands.")
    @APIResponse(responseCode = "200", description = "A page of the revisions.")
    @APIResponse(responseCode = "404", description = "There is no feedback with this source and id.")
    public Uni<Page<RevisionView>> revisions(
            @PathParam("source") @Parameter(description = "The application that sent it.", example = "survey")
                    String source,
            @PathParam("id") @Parameter(description = "Its id there.", example = "r-8") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var before = before(cursor);
        return reader.revisions(
                        caller.brand(), Parameters.text("source", source), Parameters.text("id", id), before, limit + 1)
                .invoke(found -> refuseUnknown(found, before))
                .map(found -> Page.of(found, limit, last -> Cursor.of(Integer.toString(last.revision()))));
    }

    private Uni<RestResponse<FeedbackView>> change(String source, String id, Request preconditions, byte[] body) {
        var now = Instant.now();
        var request = Submission.request(body).addressedTo(source, Parameters.text("id", id), caller.name());
        return amender.amend(
                        caller.brand(),
                        request,
                        stored -> preconditions.evaluatePreconditions(Revisions.tag(stored)) == null,
                        now)
                .map(Revisions::answer);
    }

    private static void refuseUnknown(List<RevisionView> found, int before) {
        if (found.isEmpty() && before == Integer.MAX_VALUE) {
            throw Problems.unknownFeedback();
        }
    }

    private static int before(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.invalid(
                    "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
        }
    }
}
