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
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** scoring-service: what the brand's touchpoints and customers score. */
@RegisterRestClient(configKey = "scoring")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface ScoresApi {

    /** A metric per {@code by} (null: the whole brand) over everything known. */
    @GET
    @Path("/scores/{metric}")
    Uni<Scores> scores(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("metric") String metric,
            @QueryParam("by") String by);

    @GET
    @Path("/customers/{customer}/score")
    Uni<CustomerScore> customer(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("customer") String customer);
}
