package io.ressenti.touchpoint.ingestion;

import io.quarkus.virtual.threads.VirtualThreads;
import io.ressenti.platform.http.RequestStreams;
import io.ressenti.platform.http.StreamedBody;
import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.ingestion.model.MediaTypes;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import io.ressenti.touchpoint.ingestion.model.TouchpointEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where client applications send what happened, many events at once. */
@Path("/api/v1/touchpoints/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.APPLICATION, Roles.ADMIN})
class TouchpointBatchResource {

    private static final String NDJSON = "application/x-ndjson";

    private final TouchpointIngestion ingestion;
    private final NdjsonIngestion lines;
    private final RequestStreams streams;
    private final ExecutorService virtualThreads;
    private final Caller caller;

    TouchpointBatchResource(
            TouchpointIngestion ingestion,
            NdjsonIngestion lines,
            RequestStreams streams,
            @VirtualThreads ExecutorService virtualThreads,
            Caller caller) {
        this.ingestion = ingestion;
        this.lines = lines;
        this.streams = streams;
        this.virtualThreads = virtualThreads;
        this.caller = caller;
    }

    /** On a virtual thread too: as many batches are judged at once as there are processors; more would only fill the heap. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, EventFormat.CLOUD_EVENTS})
    @Operation(operationId = "recordTouchpointBatch", summary = "Takes in many events", description = """
                    A JSON array or a batch of CloudEvents, up to 10,000 items and 5 MB, or one event per line, without limit but
                    for 100,000 rejected ones (422 too-many-rejected) and the streams at once (503 too-many-streams). Bad
                    items are listed with their position and kept under /api/v1/rejected; the others go through. 503 where some
                    could not be confirmed: send all again, each counts once; for lines, confirmedLines tells how many from the
                    beginning need not be.""")
    @Parameter(
            name = DryRun.NAME,
            in = ParameterIn.QUERY,
            description = "true: only judges, takes nothing in",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TouchpointEvent[].class),
                        examples = @ExampleObject(name = "batch", externalValue = "batch.json")),
                @Content(
                        mediaType = EventFormat.CLOUD_EVENTS,
                        schema = @Schema(ref = "CloudEvents"),
                        examples = @ExampleObject(name = "batch", externalValue = "cloud-events.json")),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = TouchpointEvent.class),
                        examples = @ExampleObject(name = "lines", externalValue = "batch.ndjson"))
            })
    @APIResponse(
            responseCode = "202",
            description = "All but the rejected ones are taken in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class),
                            examples = @ExampleObject(name = "one-rejected", externalValue = "batch-result.json")))
    @APIResponse(responseCode = "200", description = "All but the rejected ones would be taken in (dryRun).")
    @APIResponse(
            responseCode = "422",
            description = "All were rejected, or the batch itself is no good (a problem).",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> recordArray(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @Context UriInfo uri,
            byte[] body) {
        var isDry = DryRun.isWanted(uri);
        var isCloudEvents = MediaTypes.essence(contentType).equals(EventFormat.CLOUD_EVENTS);
        var brand = caller.brand();
        return Uni.createFrom()
                .item(() -> events(body, isCloudEvents ? Submitted::cloudEvent : Submitted::event))
                .runSubscriptionOn(virtualThreads)
                .chain(events -> isDry ? ingestion.judge(brand, events) : ingestion.ingest(brand, events))
                .map(answers -> new Tally().add(answers, i -> i).view().answer(isDry));
    }

    private static List<Submitted> events(byte[] body, Function<byte[], Submitted> read) {
        return JsonBatch.ofArray(body).stream()
                .map(JsonBatch.Item::json)
                .map(read)
                .toList();
    }

    /** Reads as the lines come, on a virtual thread: a slow client holds no other. */
    @POST
    @StreamedBody
    @Consumes(NDJSON)
    public Uni<Response> recordLines(@Context UriInfo uri, @Context RoutingContext routing) {
        var isDry = DryRun.isWanted(uri);
        var brand = caller.brand();
        var body = streams.open(routing);
        return Uni.createFrom().item(() -> answer(brand, body, isDry)).runSubscriptionOn(virtualThreads);
    }

    private Response answer(String brand, InputStream body, boolean isDry) {
        try {
            return lines.ingest(brand, body, isDry).answer(isDry);
        } catch (BrokenOffException e) {
            return e.answer();
        }
    }
}
