package io.ressenti.console.service;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** notification-service: alerts and what is done about them. */
@RegisterRestClient(configKey = "notification")
@Path("/api/v1/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AlertsApi {

    /**
     * One page of alerts, most urgent first.
     *
     * @param state null for those that are not resolved
     */
    @GET
    Uni<Alerts> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    /** One alert with its history. */
    @GET
    @Path("/{id}")
    Uni<Alert> get(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

    /** Does {@code action} (acknowledge, assign, note, resolve, reopen) to an alert; 409 where its state forbids it. */
    @POST
    @Path("/{id}/{action}")
    Uni<Alert> act(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") String id,
            @PathParam("action") String action,
            ActionRequest request);
}
