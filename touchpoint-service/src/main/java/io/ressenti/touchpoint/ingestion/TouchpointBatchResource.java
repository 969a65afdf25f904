package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.ingestion.model.MediaTypes;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where client applications send what happened, many events at once. */
@Path("/api/v1/touchpoints/batch")
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.APPLICATION, Roles.ADMIN})
class TouchpointBatchResource {

    static final String NDJSON = "application/x-ndjson";

    private final TouchpointIngestion ingestion;
    private final Caller caller;

    TouchpointBatchResource(TouchpointIngestion ingestion, Caller caller) {
        this.ingestion = ingestion;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, EventFormat.CLOUD_EVENTS})
    public Uni<Response> recordArray(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("dryRun") String dryRun,
            byte[] body) {
        var isCloudEvents = MediaTypes.essence(contentType).equals(EventFormat.CLOUD_EVENTS);
        Function<byte[], Submitted> read = isCloudEvents ? Submitted::cloudEvent : Submitted::event;
        return record(JsonBatch.ofArray(body), read, Parameters.flag("dryRun", dryRun));
    }

    @POST
    @Blocking
    @Consumes(NDJSON)
    public Uni<Response> recordLines(@QueryParam("dryRun") String dryRun, byte[] body) {
        return record(JsonBatch.ofLines(body), Submitted::event, Parameters.flag("dryRun", dryRun));
    }

    private Uni<Response> record(List<JsonBatch.Item> items, Function<byte[], Submitted> read, boolean isDry) {
        var events = items.stream().map(JsonBatch.Item::json).map(read).toList();
        var verdicts = isDry ? ingestion.judge(caller.brand(), events) : ingestion.ingest(caller.brand(), events);
        return verdicts.map(answers -> new Tally().add(items, answers).view().answer(isDry));
    }
}
