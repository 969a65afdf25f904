package io.ressenti.scoring.scores;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published metrics. */
@Path("/api/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
@RolesAllowed({Roles.ANALYST, Roles.LEAD})
class ScoresResource {

    private static final int MAX_ROWS = 50_000;

    private final ScoreRepository repository;
    private final Caller caller;

    ScoresResource(ScoreRepository repository, Caller caller) {
        this.repository = repository;
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
    @APIResponse(
            responseCode = "200",
            description = "The metric; without rows where nothing was said in the window.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoresView.class),
                            examples = @ExampleObject(name = "csat", externalValue = "scores.json")))
    @APIResponse(responseCode = "404", description = "There is no such metric.")
    @APIResponse(
            responseCode = "422",
            description = "A parameter is wrong (`invalid`), or there would be too many rows (`too-many-rows`).")
    public Uni<ScoresView> scores(@PathParam("metric") String metric, @Context UriInfo uri) {
        var query = ScoreParameters.parse(metric, uri.getQueryParameters());
        return repository
                .sums(caller.brand(), query, MAX_ROWS + 1)
                .invoke(ScoresResource::refuseTooMany)
                .map(groups -> view(query, groups));
    }

    private static void refuseTooMany(List<ScoreRepository.Group> groups) {
        if (groups.size() > MAX_ROWS) {
            throw new ProblemException(Problem.of(
                    422,
                    "too-many-rows",
                    "The answer would be too long",
                    "More than " + MAX_ROWS + " rows. Ask for a shorter window, a longer bucket or fewer dimensions."));
        }
    }

    private static ScoresView view(ScoreQuery query, List<ScoreRepository.Group> groups) {
        return ScoresView.of(
                query, groups.stream().map(group -> row(query, group)).toList());
    }

    private static ScoreRow row(ScoreQuery query, ScoreRepository.Group group) {
        var bucket = query.bucket().map(span -> span.label(group.bucket())).orElse(null);
        var estimate = query.metric().estimate(group.sums());
        return ScoreRow.of(group.dimensions(), bucket, group.sums().n(), estimate);
    }
}
