package io.ressenti.notification.alert;

import io.ressenti.notification.alert.AlertRequests.AcknowledgeAlertRequest;
import io.ressenti.notification.alert.AlertRequests.AssignAlertRequest;
import io.ressenti.notification.alert.AlertRequests.NoteAlertRequest;
import io.ressenti.notification.alert.AlertRequests.ReopenAlertRequest;
import io.ressenti.notification.alert.AlertRequests.ResolveAlertRequest;
import io.ressenti.notification.alert.model.AlertAction;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The alerts of the caller's brand. */
@Path("/api/v1/alerts")
@RolesAllowed(Roles.LEAD)
class AlertResource {

    private static final int MOST_PER_PAGE = 200;
    private static final String BODY_IS_MISSING = "The body is missing; send a JSON object.";

    private final AlertQueries queries;
    private final AlertActions actions;
    private final Caller caller;

    AlertResource(AlertQueries queries, AlertActions actions, Caller caller) {
        this.queries = queries;
        this.actions = actions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Alerts, most urgent first; those that are not resolved unless states are named")
    public Uni<Page<AlertView>> list(
            @RestQuery List<String> state,
            @RestQuery List<String> severity,
            @RestQuery String partner,
            @RestQuery String touchpoint,
            @RestQuery String cursor,
            @RestQuery String limit) {
        var filter = AlertFilter.of(state, severity, partner, touchpoint);
        return queries.list(caller.brand(), filter, AlertCursor.read(cursor), Parameters.limit(limit, MOST_PER_PAGE));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One alert with its history")
    public Uni<AlertDetail> get(@RestPath String id) {
        return queries.find(caller.brand(), Parameters.text("id", id))
                .map(found -> found.orElseThrow(AlertActions::unknown));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(summary = "Says that somebody has seen it")
    public Uni<AlertView> acknowledge(@RestPath String id, AcknowledgeAlertRequest request) {
        return act(id, new AlertAction.Acknowledge());
    }

    @POST
    @Path("/{id}/assign")
    @Operation(summary = "Says who looks after it")
    public Uni<AlertView> assign(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) AssignAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/note")
    @Operation(summary = "Adds a note; possible in every state")
    public Uni<AlertView> note(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) NoteAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(summary = "Says that it has been put right, and why it had happened")
    public Uni<AlertView> resolve(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) ResolveAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Says that it has not been put right after all")
    public Uni<AlertView> reopen(@RestPath String id, @Valid ReopenAlertRequest request) {
        return act(id, request == null ? new AlertAction.Reopen(null) : request.action());
    }

    private Uni<AlertView> act(String id, AlertAction action) {
        return actions.act(caller.brand(), Parameters.text("id", id), action, caller.name());
    }
}
