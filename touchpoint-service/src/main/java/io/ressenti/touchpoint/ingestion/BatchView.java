package io.ressenti.touchpoint.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.problem.Problem;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param accepted how many events were taken in
 * @param rejected the others
 */
record BatchView(int accepted, List<RejectedView> rejected) {

    private static final int UNPROCESSABLE = 422;

    /**
     * An event that was not taken in.
     *
     * @param index   its position in the array, or its line, from 0
     * @param id      its id; left out where it cannot be made out
     * @param problem what is wrong; pointers start at the event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RejectedView(int index, String id, Problem problem) {}

    static BatchView of(List<JsonBatch.Item> items, List<Verdict> verdicts) {
        List<RejectedView> rejected = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Accepted accepted -> {}
                case Verdict.Rejected(var id, var problem) ->
                    rejected.add(new RejectedView(items.get(i).index(), id, problem));
            }
        }
        return new BatchView(verdicts.size() - rejected.size(), List.copyOf(rejected));
    }

    /** 422 where there were events, and all were rejected; 202 otherwise. */
    Response answer() {
        var status = accepted == 0 && !rejected.isEmpty() ? UNPROCESSABLE : Response.Status.ACCEPTED.getStatusCode();
        return Response.status(status).entity(this).build();
    }
}
