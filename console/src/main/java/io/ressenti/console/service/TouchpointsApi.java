package io.ressenti.console.service;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** touchpoint-service: customers' journeys and the brand's catalogue. */
@RegisterRestClient(configKey = "touchpoint")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface TouchpointsApi {

    /** What a customer lived through, oldest first; {@code journeyId} and {@code from} may be null. */
    @GET
    @Path("/customers/{customer}/journey")
    Uni<Journey> journey(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("customer") String customer,
            @QueryParam("journeyId") String journeyId,
            @QueryParam("from") Instant from,
            @QueryParam("limit") int limit);

    @GET
    @Path("/catalogue/touchpoints")
    Uni<CatalogueEntries> touchpoints(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/catalogue/channels")
    Uni<CatalogueEntries> channels(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/catalogue/partners")
    Uni<CatalogueEntries> partners(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);
}
