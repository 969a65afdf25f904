package io.ressenti.scoring.scores;

import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.csv.Format;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import io.smallrye.mutiny.Uni;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who does best, worst, or has changed most, as far as the numbers can tell. */
@Path("/api/v1/scores/{metric}/ranking")
@Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV})
@Tag(name = "Scores")
@RolesAllowed({Roles.ANALYST, Roles.LEAD})
class RankingResource {

    private final SumsReader reader;
    private final Caller caller;

    RankingResource(SumsReader reader, Caller caller) {
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getRanking",
            summary = "Touchpoints, stages, channels or partners, ranked by a metric",
            description =
                    "Ranked by the end of the 95 % interval that speaks least for a place at the top, so that a small "
                            + "sample cannot get there by chance. A change is that from the window of the same length before.")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            required = true,
            description = "touchpoint, stage, channel, partner, or a pair of them",
            example = "touchpoint")
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            description = "best (default), worst, most-improved or most-worsened")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many rows at most, 20 where left out.",
            schema = @Schema(type = SchemaType.INTEGER, maximum = "1000"))
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
            description = "The ranking; without rows where nothing has enough values.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RankingView.class),
                        examples = @ExampleObject(name = "most-worsened", externalValue = "ranking.json")),
                @Content(
                        mediaType = Format.TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "most-worsened", externalValue = "ranking.csv"))
            })
    @APIResponse(responseCode = "404", description = "There is no such metric.")
    @APIResponse(
            responseCode = "422",
            description =
                    "A parameter is wrong (`invalid`), there is too much to rank (`too-many-rows`), or reading it takes too long (`too-much-to-read`).")
    public Uni<Response> ranking(
            @PathParam("metric") String metric, @Context UriInfo uri, @Context HttpHeaders headers) {
        var parameters = new QueryParameters(uri.getQueryParameters());
        var query = ScoreParameters.ranking(metric, parameters);
        var format = parameters.format(headers);
        return Uni.combine()
                .all()
                .unis(reader.sums(caller.brand(), query.scores().sums()), before(query))
                .with((now, before) -> Ranking.of(query.scores().metric(), query.order(), now, before))
                .map(ranking -> RankingView.of(query, ranking))
                .map(format::answer);
    }

    private Uni<List<Group>> before(RankingQuery query) {
        var sums = query.scores().sums();
        return query.order().ofChanges()
                ? reader.sums(caller.brand(), sums.in(sums.window().before()))
                : Uni.createFrom().item(List.of());
    }
}
