package io.ressenti.scoring.drops;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.model.drop.Drop;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where customers are let down more often than they used to be. */
@Path("/api/v1/scores/drops")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class DropsResource {

    private static final int MOST_PER_PAGE = 200;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final DropRepository drops;
    private final Caller caller;

    DropsResource(DropRepository drops, Caller caller) {
        this.drops = drops;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listDrops",
            summary = "Lists the drops of touchpoints, their channels and their partners",
            description = "What was detected last stands first. Events that come late may change a drop.")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<DropView>> list(
            @QueryParam("state") String state,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("channel") String channel,
            @QueryParam("partner") String partner,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String wanted,
            @Context UriInfo request) {
        Parameters.refuseUnknown(request, "state", "touchpoint", "channel", "partner", "from", "to", "cursor", "limit");
        var limit = Parameters.limit(wanted, MOST_PER_PAGE);
        var filter = new DropFilter(
                caller.brand(),
                Parameters.choice("state", state, Drop.State.class, null),
                Parameters.text("touchpoint", touchpoint),
                Parameters.text("channel", channel),
                Parameters.text("partner", partner),
                Parameters.time("from", from, EARLIEST),
                Parameters.time("to", to, Parameters.LATEST));
        return drops.list(filter, DropPosition.read(cursor), limit + 1)
                .map(found ->
                        Page.of(found, limit, last -> DropPosition.of(last).cursor()));
    }
}
