package io.ressenti.scoring.scores;

import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.csv.Format;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published metrics. */
@Path("/api/v1/scores")
@Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV})
@Tag(name = "Scores")
@RolesAllowed({Roles.ANALYST, Roles.LEAD})
class ScoresResource {

    private final SumsReader reader;
    private final Caller caller;

    ScoresResource(SumsReader reader, Caller caller) {
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Path("/{metric}")
    @Operation(
            operationId = "getScores",
            summary = "A metric with its interval, for the brand or broken down",
            description =
                    "metric is nps, csat, ces, experience or dissatisfied-share. Without `by` for the whole brand, "
                            + "without `bucket` for the whole window, without `from` and `to` for all time.")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "touchpoint, stage, channel, partner, or a pair of them")
    @Parameter(name = "bucket", in = ParameterIn.QUERY, description = "hour, day, week (from Monday) or month, in UTC")
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "touchpoint", in = ParameterIn.QUERY, description = "only this touchpoint")
    @Parameter(name = "stage", in = ParameterIn.QUERY, description = "only this stage")
    @Parameter(name = "channel", in = ParameterIn.QUERY, description = "only this channel")
    @Parameter(
            name = "partner",
            in = ParameterIn.QUERY,
            description = "only this partner; empty: only the brand itself")
    @Parameter(
            name = "scale",
            in = ParameterIn.QUERY,
            description = "csat: 2 to 10, or stars:2 to stars:10; default 5. ces: 2 to 10; default 7")
    @Parameter(
            name = "of",
            in = ParameterIn.QUERY,
            description = "experience, dissatisfied-share: stated, observed or all (default)")
    @Parameter(
            name = Format.PARAMETER,
            in = ParameterIn.QUERY,
            description = "json or csv; default: what Accept asks for")
    @APIResponse(
            responseCode = "200",
            description = "The metric; without rows where nothing was said in the window.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ScoresView.class),
                        examples = @ExampleObject(name = "csat", externalValue = "scores.json")),
                @Content(
                        mediaType = Format.TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csat", externalValue = "scores.csv"))
            })
    @APIResponse(responseCode = "404", description = "There is no such metric.")
    @APIResponse(
            responseCode = "422",
            description =
                    "A parameter is wrong (`invalid`), there would be too many rows (`too-many-rows`), or reading them takes too long (`too-much-to-read`).")
    // Waits on a worker thread, and writes there: an answer may be megabytes long, and must not keep the event loop.
    public Response scores(@PathParam("metric") String metric, @Context UriInfo uri, @Context HttpHeaders headers) {
        var parameters = new QueryParameters(uri.getQueryParameters());
        var query = ScoreParameters.scores(metric, parameters);
        var format = parameters.format(headers);
        var groups = reader.awaitSums(caller.brand(), query.sums());
        return format.answer(ScoresView.of(query, groups));
    }
}
