package io.ressenti.touchpoint.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 *
 * @param accepted      how many events were taken in
 * @param rejected      the others, in order, at most the first {@value Tally#MOST_LISTED}; each is kept under /api/v1/rejected
 * @param rejectedTotal how many others there are
 */
@RegisterForReflection // resources answer with a Response, which does not tell
record BatchView(long accepted, List<RejectedView> rejected, long rejectedTotal) {

    private static final int UNPROCESSABLE = 422;

    /**
     * An event that was not taken in.
     *
     * @param index   its position in the array, or its line, from 0
     * @param id      its id; left out where it cannot be made out
     * @param problem what is wrong; pointers start at the event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RejectedItem")
    @RegisterForReflection
    record RejectedView(long index, String id, Problem problem) {}

    /** 422 where there were events, and all were rejected; otherwise 202, or 200 where nothing but an answer was wanted. */
    Response answer(boolean isDry) {
        var allRejected = accepted == 0 && rejectedTotal > 0;
        var status = isDry ? Response.Status.OK : Response.Status.ACCEPTED;
        return Response.status(allRejected ? UNPROCESSABLE : status.getStatusCode())
                .entity(this)
                .build();
    }
}
