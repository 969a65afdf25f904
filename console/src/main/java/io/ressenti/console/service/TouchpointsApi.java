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

    /**
     * One page of what a customer lived through, oldest first.
     *
     * @param journeyId only this journey; null for all
     * @param from      not before this time; null for any
     * @param to        before this time; null for any
     * @param cursor    where the page starts; null for the first
     */
    @GET
    @Path("/customers/{customer}/journey")
    Uni<Journey> journey(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("customer") String customer,
            @QueryParam("journeyId") String journeyId,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    /** One page of the brand's touchpoints; {@code cursor} is null for the first. */
    @GET
    @Path("/catalogue/touchpoints")
    Uni<CatalogueEntries> touchpoints(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    /** One page of its channels, in the same way. */
    @GET
    @Path("/catalogue/channels")
    Uni<CatalogueEntries> channels(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    /** One page of its partners, in the same way. */
    @GET
    @Path("/catalogue/partners")
    Uni<CatalogueEntries> partners(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);
}
