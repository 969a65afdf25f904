package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One piece of feedback in, and what was said out. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
class FeedbackResource {

    private final Caller caller;
    private final FeedbackStore store;
    private final FeedbackReader reader;
    private final FeedbackMetrics metrics;

    FeedbackResource(Caller caller, FeedbackStore store, FeedbackReader reader, FeedbackMetrics metrics) {
        this.caller = caller;
        this.store = store;
        this.reader = reader;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(
            operationId = "recordFeedback",
            summary = "Records what a customer said",
            description = "The same source and id count once: the first one stands, and is what the answer shows.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordFeedbackRequest.class),
                            examples = {
                                @ExampleObject(name = "rating", externalValue = "rating.json"),
                                @ExampleObject(name = "comment", externalValue = "comment.json")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the event that tells of it is on its way.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it can be read.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedbackView.class),
                            examples = @ExampleObject(name = "rating", externalValue = "feedback.json")))
    @APIResponse(responseCode = "200", description = "It was there before; this is the first one.")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken (`invalid`), the catalogue does not have the touchpoint"
                    + " (`unknown-touchpoint`), or the time lies ahead (`future-time`).")
    public Uni<RestResponse<FeedbackView>> record(
            byte[] body,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "Stands in for the body's id; the source is then the application's name.")
                    String idempotencyKey) {
        var sender = new Sender(caller.brand(), caller.name());
        var feedback = metrics.examining(() -> Submission.read(body, idempotencyKey, sender, Instant.now()));
        return store.store(sender.brand(), List.of(feedback)).chain(outcomes -> answer(feedback, outcomes.getFirst()));
    }

    @GET
    @RolesAllowed({Roles.LEAD, Roles.ANALYST})
    @Operation(operationId = "listFeedback", summary = "Lists what customers said, newest first")
    @APIResponse(responseCode = "200", description = "A page of feedback; empty where nothing matches.")
    public Uni<Page<FeedbackView>> list(@BeanParam FeedbackFilter filter) {
        return reader.list(FeedbackQuery.of(caller.brand(), filter));
    }

    @GET
    @Path("/{source}/{id}")
    @RolesAllowed({Roles.LEAD, Roles.ANALYST})
    @Operation(operationId = "getFeedback", summary = "Shows one piece of feedback")
    @APIResponse(responseCode = "200", description = "The feedback; the header ETag names its revision.")
    @APIResponse(responseCode = "404", description = "There is no feedback with this source and id.")
    public Uni<RestResponse<FeedbackView>> find(
            @PathParam("source") @Parameter(description = "The application that sent it.", example = "survey")
                    String source,
            @PathParam("id") @Parameter(description = "Its id there.", example = "r-8") String id) {
        return reader.find(caller.brand(), Parameters.text("source", source), Parameters.text("id", id))
                .map(found -> found.orElseThrow(Problems::unknownFeedback))
                .map(Revisions::answer);
    }

    private Uni<RestResponse<FeedbackView>> answer(FeedbackRecorded feedback, Outcome outcome) {
        Problems.of(outcome, feedback).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        var view = stored(feedback);
        return outcome == Outcome.CREATED ? view.map(FeedbackResource::created) : view.map(Revisions::answer);
    }

    private Uni<FeedbackView> stored(FeedbackRecorded feedback) {
        return reader.find(feedback.brand(), feedback.source(), feedback.id()).map(found -> found.orElseThrow());
    }

    private static RestResponse<FeedbackView> created(FeedbackView view) {
        var location = UriBuilder.fromPath("/api/v1/feedback/{source}/{id}").build(view.source(), view.id());
        return ResponseBuilder.<FeedbackView>created(location)
                .entity(view)
                .tag(Revisions.tag(view))
                .build();
    }
}
