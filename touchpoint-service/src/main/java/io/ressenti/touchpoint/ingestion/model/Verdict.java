package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.problem.Problem;

/** Whether an event is taken in. */
public sealed interface Verdict {

    /** What its sender is told. */
    Answer answer();

    /** It is; as {@code recorded}. */
    record Accepted(TouchpointRecorded recorded) implements Verdict {

        @Override
        public Answer answer() {
            return new Answer.TakenIn(recorded.id());
        }
    }

    /**
     * It is not.
     *
     * @param source the application that it names; null where it cannot be made out
     * @param id     the event's id; null where it cannot be made out
     */
    record Rejected(String source, String id, Problem problem) implements Verdict, Answer {

        @Override
        public Answer answer() {
            return this;
        }
    }
}
