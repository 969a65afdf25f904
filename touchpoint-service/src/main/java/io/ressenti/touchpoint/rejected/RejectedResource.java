package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.rejected.model.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was not taken in: events that were refused, dead letters, events whose id was taken. */
@Path("/api/v1/rejected")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rejected")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
class RejectedResource {

    private static final int MOST_PER_PAGE = 200;
    private static final int MOST_PER_REPLAY = 1000;

    private static final String UNKNOWN = "Nothing of this id was rejected.";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final RejectedRepository rejected;
    private final RejectedEditor editor;
    private final RejectedReplayer replayer;
    private final Resubmission resubmission;
    private final Caller caller;

    RejectedResource(
            RejectedRepository rejected,
            RejectedEditor editor,
            RejectedReplayer replayer,
            Resubmission resubmission,
            Caller caller) {
        this.rejected = rejected;
        this.editor = editor;
        this.replayer = replayer;
        this.resubmission = resubmission;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listRejected",
            summary = "Lists what was not taken in",
            description = "What came last stands first.")
    @APIResponse(responseCode = "200", description = "A page of it.")
    public Uni<Page<RejectedView>> list(
            @QueryParam("state") String state,
            @QueryParam("reason") String reason,
            @QueryParam("origin") String origin,
            @QueryParam("source") String source,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo request) {
        Parameters.refuseUnknown(request, "state", "reason", "origin", "source", "from", "to", "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var filter = new RejectedFilter(
                brands(),
                Parameters.choice("state", state, State.class, State.OPEN),
                Parameters.text("reason", reason),
                Parameters.choice("origin", origin, Origin.class, null),
                Parameters.text("source", source),
                Parameters.time("from", from, Position.OLDEST.lastAt()),
                Parameters.time("to", to, Position.NEWEST.lastAt()));
        return rejected.list(filter, Position.read(cursor, Position.NEWEST), limit + 1)
                .map(found -> Page.of(found, limit, last -> Position.of(last).cursor()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRejected",
            summary = "Shows one, with what it holds and what would be wrong with it now")
    @APIResponse(responseCode = "200", description = "The rejected event.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RejectedEventView> get(@PathParam("id") UUID id) {
        return rejected.get(brands(), id).chain(this::view);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MERGE_PATCH)
    @Operation(
            operationId = "repairRejected",
            summary = "Repairs the event by a JSON Merge Patch (RFC 7396)",
            description = "The answer says what would be wrong with it now. Nothing is sent before it is replayed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "touchpoint", externalValue = "merge-patch.json")))
    @APIResponse(responseCode = "200", description = "The event as a replay would send it.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It was replayed or discarded before.")
    public Uni<RejectedEventView> patch(@PathParam("id") UUID id, byte[] patch) {
        return editor.patch(brands(), id, EventJson.read(patch), caller.name()).chain(this::view);
    }

    @PUT
    @Path("{id}/event")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "replaceRejected",
            summary = "Puts another text in place of the event",
            description = "For an event that is not JSON. The answer says what would be wrong with it now.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "delivery", externalValue = "event.json")))
    @APIResponse(responseCode = "200", description = "The event as a replay would send it.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It was replayed or discarded before.")
    public Uni<RejectedEventView> replace(@PathParam("id") UUID id, byte[] event) {
        return editor.replace(brands(), id, event, caller.name()).chain(this::view);
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayRejected",
            summary = "Has it taken in after all",
            description =
                    "202 once Kafka has it on all in-sync replicas; 422 with what is wrong where it is refused again.")
    @APIResponse(
            responseCode = "202",
            description = "It is taken in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "id", externalValue = "replayed.json")))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It was replayed or discarded before.")
    public Uni<Response> replay(@PathParam("id") UUID id) {
        return replayer.replay(brands(), id, caller.name())
                .replaceWith(() -> Response.accepted(Map.of("id", id)).build());
    }

    @POST
    @Path("replay")
    @Operation(
            operationId = "replayAllRejected",
            summary = "Replays up to 1,000 open ones, the oldest first",
            description = "Those that are refused again stay open; next continues behind them.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayRequest.class),
                            examples = @ExampleObject(name = "one-reason", externalValue = "replay.json")))
    @APIResponse(responseCode = "200", description = "What became of them.")
    public Uni<ReplayView> replayAll(@Valid ReplayRequest request) {
        var wanted = request == null ? ReplayRequest.ALL : request;
        var filter = new RejectedFilter(
                brands(),
                State.OPEN,
                wanted.reason(),
                wanted.origin(),
                wanted.source(),
                Position.OLDEST.lastAt(),
                Position.NEWEST.lastAt());
        var after = Position.read(wanted.cursor(), Position.OLDEST);
        return replayer.replayAll(filter, after, MOST_PER_REPLAY, caller.name())
                .chain(done ->
                        rejected.countAfter(filter, done.last()).map(remaining -> ReplayView.of(done, remaining)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "discardRejected",
            summary = "Discards it",
            description = "It stays in the list of what was discarded, with who did it and when.")
    @APIResponse(responseCode = "204", description = "It is discarded.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It was replayed or discarded before.")
    public Uni<Response> discard(@PathParam("id") UUID id) {
        return editor.discard(brands(), id, caller.name())
                .replaceWith(() -> Response.noContent().build());
    }

    /** The caller's brand; for the platform team, what belongs to no brand as well. */
    private List<String> brands() {
        if (!caller.is(Roles.OPERATOR)) {
            return List.of(caller.brand());
        }
        List<String> brands = new ArrayList<>(List.of(Rejected.NO_BRAND));
        caller.anyBrand().ifPresent(brands::add);
        return brands;
    }

    private Uni<RejectedEventView> view(Rejected row) {
        return resubmission.check(row).map(problem -> RejectedEventView.of(row, problem));
    }
}
