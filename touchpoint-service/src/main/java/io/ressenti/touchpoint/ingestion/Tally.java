package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.problem.Problem;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Adds up the answers to a batch. Not for several threads at once. */
final class Tally {

    /** So that the answer to a stream has an end; the rejected store has them all. */
    static final int MOST_LISTED = 10_000;

    /** So many places are named in all of them; beyond, an item tells its problem without places. */
    private static final int MOST_PLACES = 20_000;

    private final List<BatchView.RejectedView> rejected = new ArrayList<>();
    private long accepted;
    private long rejectedTotal;
    private int places;

    /** Adds {@code answers}; {@code index} tells where in the batch each of them stands. */
    Tally add(List<Answer> answers, IntToLongFunction index) {
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i)) {
                case Answer.TakenIn ignored -> accepted++;
                case Verdict.Rejected refused -> add(index.applyAsLong(i), refused);
            }
        }
        return this;
    }

    BatchView view() {
        return new BatchView(accepted, List.copyOf(rejected), rejectedTotal);
    }

    /** How many were rejected so far. */
    long rejectedTotal() {
        return rejectedTotal;
    }

    private void add(long index, Verdict.Rejected refused) {
        rejectedTotal++;
        if (rejected.size() < MOST_LISTED) {
            rejected.add(new BatchView.RejectedView(index, refused.id(), bounded(refused.problem())));
        }
    }

    private Problem bounded(Problem problem) {
        places += problem.errors().size();
        return places <= MOST_PLACES ? problem : problem.withErrors(List.of());
    }
}
