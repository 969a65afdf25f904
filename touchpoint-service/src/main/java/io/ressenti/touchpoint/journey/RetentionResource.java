package io.ressenti.touchpoint.journey;

import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long the caller's brand keeps what its customers lived. */
@Path("/api/v1/journey-retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journey")
@RolesAllowed(Roles.ADMIN)
class RetentionResource {

    private final RetentionRepository retention;
    private final JourneyConfig config;
    private final Caller caller;

    RetentionResource(RetentionRepository retention, JourneyConfig config, Caller caller) {
        this.retention = retention;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getJourneyRetention", summary = "Shows how long the brand's journeys are kept")
    @APIResponse(responseCode = "200", description = "The brand's own rule, or the service's default.")
    public Uni<RetentionView> get() {
        return retention.find(caller.brand()).map(own -> own.orElseGet(this::byDefault));
    }

    @PUT
    @Operation(
            operationId = "putJourneyRetention",
            summary = "Sets how long the brand's journeys are kept",
            description =
                    "By event time, in days; null for ever. What is older is deleted within hours, and cannot be had"
                            + " back. Older events that still come are accepted, and not shown in journeys.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "two-years", externalValue = "retention.json")))
    @APIResponse(responseCode = "200", description = "The rule as it is now.")
    public Uni<RetentionView> put(@NotNull(message = "The body is missing.") @Valid RetentionRequest request) {
        return retention.set(caller.brand(), request.days()).replaceWith(new RetentionView(request.days(), true));
    }

    @DELETE
    @Operation(operationId = "deleteJourneyRetention", summary = "Lets the service's default apply again")
    @APIResponse(responseCode = "204", description = "The default applies.")
    public Uni<Void> delete() {
        return retention.reset(caller.brand());
    }

    private RetentionView byDefault() {
        return RetentionView.byDefault(config.retention());
    }
}
