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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long the caller's brand keeps what its customers lived. */
@Path("/api/v1/journey-retention")
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
    @Operation(summary = "Shows how long the brand's journeys are kept")
    public Uni<RetentionView> get() {
        return retention.find(caller.brand()).map(own -> own.orElseGet(this::byDefault));
    }

    @PUT
    @Operation(
            summary = "Sets how long the brand's journeys are kept",
            description =
                    "By event time, in days; null for ever. What is older is deleted within hours, and cannot be had"
                            + " back. Older events that still come are accepted, and not shown in journeys.")
    public Uni<RetentionView> put(@NotNull(message = "The body is missing.") @Valid RetentionRequest request) {
        return retention.set(caller.brand(), request.days()).replaceWith(new RetentionView(request.days(), true));
    }

    @DELETE
    @Operation(summary = "Lets the service's default apply again")
    public Uni<Void> delete() {
        return retention.reset(caller.brand());
    }

    private RetentionView byDefault() {
        return RetentionView.byDefault(config.retention());
    }
}
