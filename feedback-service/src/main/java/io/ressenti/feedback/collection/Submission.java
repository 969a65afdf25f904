package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.platform.json.StrictJson;
import io.ressenti.platform.problem.ProblemException;
import java.time.Instant;

/** From bytes to a fact that can be stored. */
final class Submission {

    /** Half of what Kafka takes in one message, so that what we add never makes it too large. */
    private static final int MAX_BYTES = 512 * 1024;

    private Submission() {}

    /**
     * Reads and examines one piece of feedback.
     *
     * @param idempotencyKey the header; null where it was not sent
     * @throws ProblemException where it cannot be read (400), breaks a rule (422) or is too large (413)
     */
    static FeedbackRecorded read(byte[] json, String idempotencyKey, Sender sender, Instant now) {
        return FeedbackRules.apply(
                request(json).identifiedBy(idempotencyKey, sender.application()), sender.brand(), now);
    }

    /**
     * Reads one piece of feedback, and does not examine it.
     *
     * @throws ProblemException where it cannot be read (400) or is too large (413)
     */
    static RecordFeedbackRequest request(byte[] json) {
        if (json.length >= MAX_BYTES) {
            throw new ProblemException(Problems.tooLargeToPublish());
        }
        return StrictJson.read(json, RecordFeedbackRequest.class);
    }
}
