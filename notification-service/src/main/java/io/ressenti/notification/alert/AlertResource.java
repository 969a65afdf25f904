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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The alerts of the caller's brand. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
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
    @Operation(
            operationId = "listAlerts",
            summary = "Alerts, most urgent first; those that are not resolved unless states are named")
    @APIResponse(responseCode = "200", description = "A page of alerts.")
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
    @Operation(operationId = "getAlert", summary = "One alert with its history")
    @APIResponse(responseCode = "200", description = "The alert.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    public Uni<AlertDetail> get(@RestPath String id) {
        return queries.find(caller.brand(), Parameters.text("id", id))
                .map(found -> found.orElseThrow(AlertActions::unknown));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(operationId = "acknowledgeAlert", summary = "Says that somebody has seen it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "acknowledge", externalValue = "acknowledge.json")))
    @APIResponse(responseCode = "200", description = "The alert as it is now.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    @APIResponse(responseCode = "409", description = "The alert is in a state that rules it out.")
    public Uni<AlertView> acknowledge(@RestPath String id, AcknowledgeAlertRequest request) {
        return act(id, new AlertAction.Acknowledge());
    }

    @POST
    @Path("/{id}/assign")
    @Operation(operationId = "assignAlert", summary = "Says who looks after it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "assign", externalValue = "assign.json")))
    @APIResponse(responseCode = "200", description = "The alert as it is now.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    @APIResponse(responseCode = "409", description = "The alert is in a state that rules it out.")
    public Uni<AlertView> assign(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) AssignAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/note")
    @Operation(operationId = "noteOnAlert", summary = "Adds a note; possible in every state")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "note", externalValue = "note.json")))
    @APIResponse(responseCode = "200", description = "The alert as it is now.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    @APIResponse(responseCode = "409", description = "The alert is in a state that rules it out.")
    public Uni<AlertView> note(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) NoteAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(operationId = "resolveAlert", summary = "Says that it has been put right, and why it had happened")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "resolve", externalValue = "resolve.json")))
    @APIResponse(responseCode = "200", description = "The alert as it is now.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    @APIResponse(responseCode = "409", description = "The alert is in a state that rules it out.")
    public Uni<AlertView> resolve(
            @RestPath String id, @Valid @NotNull(message = BODY_IS_MISSING) ResolveAlertRequest request) {
        return act(id, request.action());
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(operationId = "reopenAlert", summary = "Says that it has not been put right after all")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "reopen", externalValue = "reopen.json")))
    @APIResponse(responseCode = "200", description = "The alert as it is now.")
    @APIResponse(responseCode = "404", description = "There is no such alert.")
    @APIResponse(responseCode = "409", description = "The alert is in a state that rules it out.")
    public Uni<AlertView> reopen(@RestPath String id, @Valid ReopenAlertRequest request) {
        return act(id, request == null ? new AlertAction.Reopen(null) : request.action());
    }

    private Uni<AlertView> act(String id, AlertAction action) {
        return actions.act(caller.brand(), Parameters.text("id", id), action, caller.name());
    }
}
