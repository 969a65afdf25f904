package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an amendment makes of feedback that stands. Who said it and what it is about stay as first stated (source, id, customer,
 * journey, touchpoint, partner, and the stage that the touchpoint was in); what was said, when and by which channel may change.
 */
final class Amendment {

    private Amendment() {}

    /**
     * The fact that {@code request} makes of {@code stored}, at the next revision; empty where it says the same.
     *
     * @param request with the id and source of {@code stored}; without a time, the time that stands
     * @param now     when the request was received
     * @throws ProblemException 422 where the request is no good as feedback, or changes what stays
     */
    static Optional<FeedbackRecorded> of(
            FeedbackView stored, RecordFeedbackRequest request, String brand, Instant now) {
        var said = FeedbackRules.apply(request.occurredAtOr(stored.occurredAt()), brand, now);
        var changes = changesOfWhatStays(stored, said);
        if (!changes.isEmpty()) {
            throw new ProblemException(Problem.invalid(changes));
        }
        return saysTheSame(stored, said) ? Optional.empty() : Optional.of(next(stored, said));
    }

    private static List<Violation> changesOfWhatStays(FeedbackView stored, FeedbackRecorded said) {
        List<Violation> changes = new ArrayList<>();
        same("customer", stored.customer(), said.customer(), changes);
        same("journeyId", stored.journeyId(), said.journeyId(), changes);
        same("touchpoint", stored.touchpoint(), said.touchpoint(), changes);
        same("partner", stored.partner(), said.partner(), changes);
        return changes;
    }

    private static void same(String field, String stored, String said, List<Violation> changes) {
        if (!Objects.equals(stored, said)) {
            changes.add(new Violation(
                    "/" + field,
                    "The field " + field + " cannot be amended: who said it and what it is about stay. Send it as it"
                            + " stands, or record feedback of its own."));
        }
    }

    private static boolean saysTheSame(FeedbackView stored, FeedbackRecorded said) {
        return stored.channel().equals(said.channel())
                && stored.occurredAt().equals(said.occurredAt())
                && stored.answers().equals(said.answers())
                && Objects.equals(stored.comment(), said.comment())
                && Objects.equals(stored.language(), said.language());
    }

    private static FeedbackRecorded next(FeedbackView stored, FeedbackRecorded said) {
        return new FeedbackRecorded(
                said.id(),
                said.source(),
                said.brand(),
                said.customer(),
                said.journeyId(),
                said.touchpoint(),
                stored.stage(),
                said.channel(),
                said.partner(),
                said.occurredAt(),
                said.receivedAt(),
                said.answers(),
                said.comment(),
                said.language(),
                stored.revision() + 1);
    }
}
