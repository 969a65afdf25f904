package io.ressenti.feedback.collection;

import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Many pieces of feedback at once, for importers. A bad one spoils no other. Reading thousands of them takes longer than an event
 * loop may be held up, hence the worker threads.
 */
@Path("/api/v1/feedback/batch")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Feedback")
class FeedbackBatchResource {

    private static final String NDJSON = "application/x-ndjson";

    private final Caller caller;
    private final FeedbackStore store;
    private final FeedbackMetrics metrics;

    FeedbackBatchResource(Caller caller, FeedbackStore store, FeedbackMetrics metrics) {
        this.caller = caller;
        this.store = store;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(
            operationId = "recordFeedbackBatch",
            summary = "Records up to 10,000 pieces of feedback",
            description =
                    "A JSON array, or one per line (NDJSON). Bad items are listed by their position, the others go through.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RecordFeedbackRequest.class),
                            examples = @ExampleObject(name = "batch", externalValue = "batch.json")))
    @APIResponse(
            responseCode = "200",
            description = "All but the rejected ones are recorded.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class),
                            examples = @ExampleObject(name = "one-rejected", externalValue = "batch-result.json")))
    @APIResponse(
            responseCode = "422",
            description = "All were rejected, or the batch itself is no good (a problem).",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class)))
    public Uni<RestResponse<BatchView>> recordArray(byte[] body) {
        return record(JsonBatch.ofArray(body));
    }

    @POST
    @Consumes(NDJSON)
    @RolesAllowed(Roles.APPLICATION)
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = RecordFeedbackRequest.class),
                            examples = @ExampleObject(name = "batch", externalValue = "batch.ndjson")))
    public Uni<RestResponse<BatchView>> recordLines(byte[] body) {
        return record(JsonBatch.ofLines(body));
    }

    private Uni<RestResponse<BatchView>> record(List<JsonBatch.Item> items) {
        var sender = new Sender(caller.brand(), caller.name());
        var batch = FeedbackBatch.examine(items, sender, Instant.now());
        batch.bad().forEach(rejected -> metrics.rejected(rejected.problem()));
        return store.store(sender.brand(), batch.feedback()).map(batch::answer).map(FeedbackBatchResource::respond);
    }

    private static RestResponse<BatchView> respond(BatchView view) {
        ResponseBuilder<BatchView> answer = view.allRejected() ? ResponseBuilder.create(422) : ResponseBuilder.ok();
        return answer.entity(view).build();
    }
}
