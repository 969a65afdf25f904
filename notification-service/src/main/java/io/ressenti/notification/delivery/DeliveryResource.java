package io.ressenti.notification.delivery;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a receiver of the caller's brand has been told. */
@Path("/api/v1/receivers/{name}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivers")
@RolesAllowed(Roles.ADMIN)
class DeliveryResource {

    private static final int MOST_PER_PAGE = 200;

    private final DeliveryQueries deliveries;
    private final Caller caller;

    DeliveryResource(DeliveryQueries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "The receiver's deliveries, latest change first")
    @APIResponse(responseCode = "200", description = "A page of them; empty for a receiver that was told nothing.")
    public Uni<Page<DeliveryView>> list(@RestPath String name, @RestQuery String cursor, @RestQuery String limit) {
        return deliveries.list(
                caller.brand(),
                Parameters.text("name", name),
                DeliveryQueries.before(cursor),
                Parameters.limit(limit, MOST_PER_PAGE));
    }
}
