package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.ingestion.model.TouchpointEvent;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where client applications send what happened. */
@Path("/api/v1/touchpoints")
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.APPLICATION, Roles.ADMIN})
class TouchpointResource {

    private static final String NDJSON = "application/x-ndjson";

    private final TouchpointIngestion ingestion;
    private final Caller caller;

    TouchpointResource(TouchpointIngestion ingestion, Caller caller) {
        this.ingestion = ingestion;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes in one event",
            description =
                    "202 means that Kafka has it on all in-sync replicas. The same source and id again counts once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TouchpointEvent.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    public Uni<Response> record(byte[] body) {
        return ingestion.ingest(caller.brand(), List.of(body)).map(verdicts -> answer(verdicts.getFirst()));
    }

    @POST
    @Path("batch")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes in up to 10,000 events",
            description = "A JSON array, or one event per line. Bad items are listed with their position, the others go"
                    + " through; 422 where all are bad.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TouchpointEvent[].class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> recordArray(byte[] body) {
        return record(JsonBatch.ofArray(body));
    }

    @POST
    @Path("batch")
    @Blocking
    @Consumes(NDJSON)
    public Uni<Response> recordLines(byte[] body) {
        return record(JsonBatch.ofLines(body));
    }

    private Uni<Response> record(List<JsonBatch.Item> items) {
        var events = items.stream().map(JsonBatch.Item::json).toList();
        return ingestion
                .ingest(caller.brand(), events)
                .map(verdicts -> BatchView.of(items, verdicts))
                .map(BatchView::answer);
    }

    private static Response answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(var recorded) ->
                Response.accepted(new AcceptedView(recorded.id())).build();
            case Verdict.Rejected(var id, var problem) -> throw new ProblemException(problem);
        };
    }
}
