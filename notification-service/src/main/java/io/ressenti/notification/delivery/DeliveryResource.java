package io.ressenti.notification.delivery;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a receiver of the caller's brand has been told. */
@Path("/api/v1/receivers/{name}/deliveries")
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
    @Operation(summary = "The receiver's deliveries, latest change first")
    public Uni<Page<DeliveryView>> list(@RestPath String name, @RestQuery String cursor, @RestQuery String limit) {
        return deliveries.list(
                caller.brand(),
                Parameters.text("name", name),
                DeliveryQueries.before(cursor),
                Parameters.limit(limit, MOST_PER_PAGE));
    }
}
