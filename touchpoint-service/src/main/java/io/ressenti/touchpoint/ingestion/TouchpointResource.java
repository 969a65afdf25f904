package io.ressenti.touchpoint.ingestion;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.TouchpointEvent;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

/** Where client applications send what happened, event by event. */
// A request is read from its bytes, as it may have several forms.
@RegisterForReflection(
        targets = TouchpointEvent.class,
        classNames = "io.ressenti.touchpoint.ingestion.model.CloudEvent")
@Path("/api/v1/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.APPLICATION, Roles.ADMIN})
class TouchpointResource {

    private final TouchpointIngestion ingestion;
    private final Caller caller;

    TouchpointResource(TouchpointIngestion ingestion, Caller caller) {
        this.ingestion = ingestion;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "recordTouchpoint",
            summary = "Takes in one event",
            description =
                    "202 means that Kafka has it on all in-sync replicas. The same source and id again counts once."
                            + " A CloudEvent is taken in structured mode and, with ce- headers and JSON of any kind, in binary mode.")
    @Parameter(
            name = DryRun.NAME,
            in = ParameterIn.QUERY,
            description = "true: only judges, takes nothing in",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TouchpointEvent.class),
                        examples = {
                            @ExampleObject(name = "delivery", externalValue = "event.json"),
                            @ExampleObject(name = "page-load", externalValue = "event-web-vitals.json")
                        }),
                @Content(
                        mediaType = EventFormat.CLOUD_EVENT,
                        schema = @Schema(ref = "CloudEvent"),
                        examples = @ExampleObject(name = "delivery", externalValue = "cloud-event.json"))
            })
    @APIResponse(
            responseCode = "202",
            description = "It is taken in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "200", description = "It would be taken in (dryRun).")
    @APIResponse(
            responseCode = "422",
            description =
                    "A rule is broken (`invalid`), the time lies ahead (`future-time`), or the catalogue does not have"
                            + " the touchpoint (`unknown-touchpoint`).")
    public Uni<Response> record(@Context HttpServerRequest request, @Context UriInfo uri, byte[] body) {
        var isDry = DryRun.isWanted(uri);
        var events = List.of(EventFormat.read(request.headers(), body));
        var answers = isDry ? ingestion.judge(caller.brand(), events) : ingestion.ingest(caller.brand(), events);
        return answers.map(all -> respond(all.getFirst(), isDry));
    }

    private static Response respond(Answer answer, boolean isDry) {
        return switch (answer) {
            case Answer.TakenIn(var id) ->
                Response.status(isDry ? Response.Status.OK : Response.Status.ACCEPTED)
                        .entity(new AcceptedView(id))
                        .build();
            case Verdict.Rejected rejected -> throw new ProblemException(rejected.problem());
        };
    }
}
