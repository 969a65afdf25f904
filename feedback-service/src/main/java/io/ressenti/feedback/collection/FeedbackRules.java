package io.ressenti.feedback.collection;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.feedback.collection.model.AnswerRules;
import io.ressenti.feedback.collection.model.Verdict;
import io.ressenti.feedback.collection.model.Verdict.Sound;
import io.ressenti.feedback.collection.model.Verdict.Unsound;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request must be like, apart from its touchpoint, which only the database knows. */
final class FeedbackRules {

    private static final int MAX_NAME = 256;
    private static final int MAX_ANSWERS = 50;
    private static final int MAX_COMMENT = 10_000;

    /** As long as RFC 5646, section 4.4.1, says that buffers should be. */
    private static final int MAX_LANGUAGE = 35;

    /** Nobody collected feedback before; an earlier time is a client's mistake, zero or seconds taken for milliseconds. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    /** Clocks run fast, and time zones are mistaken: by a day at most. */
    private static final Duration MAX_AHEAD = Duration.ofHours(24);

    private final RecordFeedbackRequest request;
    private final Instant now;
    private final List<Violation> violations = new ArrayList<>();

    private FeedbackRules(RecordFeedbackRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    /**
     * The fact that a request states; its stage stays open until the touchpoint is known.
     *
     * @param now when the request was received; times are kept to the microsecond, as PostgreSQL does
     * @throws ProblemException 422 with every place that is wrong
     */
    static FeedbackRecorded apply(RecordFeedbackRequest request, String brand, Instant now) {
        return new FeedbackRules(request, now.truncatedTo(ChronoUnit.MICROS)).examine(brand);
    }

    private FeedbackRecorded examine(String brand) {
        required("/id", request.id());
        required("/source", request.source());
        required("/customer", request.customer());
        required("/touchpoint", request.touchpoint());
        required("/channel", request.channel());
        optional("/journeyId", request.journeyId());
        optional("/partner", request.partner());
        var answers = answers();
        var comment = comment(answers);
        var language = language();
        time();
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(violations));
        }
        refuseFuture();
        return new FeedbackRecorded(
                request.id(),
                request.source(),
                brand,
                request.customer(),
                request.journeyId(),
                request.touchpoint(),
                null,
                request.channel(),
                request.partner(),
                request.occurredAt().truncatedTo(ChronoUnit.MICROS),
                now,
                answers,
                comment,
                language,
                null);
    }

    private void required(String pointer, String name) {
        if (name == null) {
            violate(pointer, "The field " + pointer.substring(1) + " is missing.");
        } else {
            optional(pointer, name);
        }
    }

    private void optional(String pointer, String name) {
        if (name == null) {
            return;
        }
        if (name.isBlank() || name.length() > MAX_NAME) {
            violate(pointer, "The field " + pointer.substring(1) + " must hold 1 to " + MAX_NAME + " characters.");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            violate(pointer, "The field " + pointer.substring(1) + " holds a control character. Remove it.");
        }
    }

    private List<Answer> answers() {
        var given = request.answers() == null ? List.<AnswerRequest>of() : request.answers();
        if (given.size() > MAX_ANSWERS) {
            violate("/answers", "There are " + given.size() + " answers; " + MAX_ANSWERS + " at most can be sent.");
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            switch (answer(given.get(i), "/answers/" + i)) {
                case Sound<Answer>(Answer answer) -> answers.add(answer);
                case Unsound<Answer>(List<Violation> wrong) -> violations.addAll(wrong);
            }
        }
        return answers;
    }

    private static Verdict<Answer> answer(AnswerRequest given, String pointer) {
        return given == null
                ? Verdict.unsound(pointer, "The answer is null. Send an object with type and value, or leave it out.")
                : AnswerRules.normalise(given.toModel(), pointer);
    }

    private String comment(List<Answer> answers) {
        var comment = request.comment() == null || request.comment().isBlank() ? null : request.comment();
        if (comment != null && comment.length() > MAX_COMMENT) {
            violate("/comment", "The comment holds more than " + MAX_COMMENT + " characters. Shorten it.");
        }
        if (comment == null && answers.isEmpty() && violations.isEmpty()) {
            violate("/answers", "There is neither an answer nor a comment. Send at least one of them.");
        }
        return comment;
    }

    private String language() {
        if (request.language() == null) {
            return null;
        }
        var canonical = canonicalTag(request.language());
        if (canonical.isEmpty()) {
            violate("/language", "The language must be a BCP 47 tag such as pt or pt-BR, or be left out.");
        }
        return canonical.orElse(null);
    }

    private static Optional<String> canonicalTag(String tag) {
        if (tag.isBlank() || tag.length() > MAX_LANGUAGE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private void time() {
        if (request.occurredAt() == null) {
            violate("/occurredAt", "The field occurredAt is missing.");
        } else if (request.occurredAt().isBefore(EARLIEST)) {
            violate("/occurredAt", "It lies before 1970-01-02: check the unit that it was converted from.");
        }
    }

    private void refuseFuture() {
        var latest = now.plus(MAX_AHEAD);
        if (request.occurredAt().isAfter(latest)) {
            var message = "occurredAt lies more than 24 hours ahead of our clock, which says " + now
                    + ". Send when the customer answered, with the right offset.";
            throw new ProblemException(Problem.of(422, "future-time", "The time lies in the future", message)
                    .withErrors(List.of(new Violation("/occurredAt", message))));
        }
    }

    private void violate(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }
}
