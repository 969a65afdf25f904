package io.ressenti.console.story;

import io.ressenti.console.sentence.Happening;
import io.ressenti.console.sentence.Sentence;
import io.ressenti.console.service.Alert;
import io.ressenti.console.service.Journey;
import io.ressenti.console.service.Names;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The story's first line: what the alert is about, joined with what went with it on the same journey, so that a broken promise
 * and the answer that it earned are told as the one story that they are.
 */
final class Headline {

    /** More than this is no longer a sentence. */
    private static final int CLAUSES = 2;

    private final Names names;
    private final Locale locale;

    Headline(Names names, Locale locale) {
        this.names = names;
        this.locale = locale;
    }

    /** @param journey null where it is not known: then the alert's own cause is told */
    String of(Alert alert, Journey journey, Signals signals) {
        var own = Happening.of(names.touchpoint(alert.touchpoint(), locale), alert.cause(), alert.emotion());
        if (alert.aboutScore() && alert.scoreAfter() != null) {
            return Sentence.about(
                    List.of(new Happening.ScoreFell(alert.scoreBefore(), alert.scoreAfter()), own), locale);
        }
        if (journey == null) {
            return Sentence.about(own, locale);
        }
        var others = journey.items().stream()
                .filter(signals::dissatisfied)
                .sorted(Comparator.comparing(Journey.Item::occurredAt))
                .flatMap(this::happenings)
                .filter(other -> said(other) != said(own))
                .limit(CLAUSES - 1L);
        var told = said(own) ? Stream.concat(others, Stream.of(own)) : Stream.concat(Stream.of(own), others);
        return Sentence.about(told.toList(), locale);
    }

    private Stream<Happening> happenings(Journey.Item item) {
        var name = names.touchpoint(item.touchpoint(), locale);
        var broken = item.promises().stream()
                .filter(promise -> promise.value() > promise.limit())
                .map(promise -> (Happening) new Happening.PromiseBroken(name, promise));
        return Stream.of(outcome(name, item.outcome()), broken, answers(name, item.answers()))
                .flatMap(stream -> stream);
    }

    private static Stream<Happening> outcome(String name, Outcome outcome) {
        return switch (outcome) {
            case FAILURE -> Stream.of(new Happening.Failed(name));
            case ABANDONED -> Stream.of(new Happening.GaveUp(name));
            case SUCCESS -> Stream.empty();
            case null -> Stream.empty();
        };
    }

    private static Stream<Happening> answers(String name, List<Answer> answers) {
        var emotion = answers.stream()
                .map(Answer::emotion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return answers.stream()
                .filter(answer -> answer.value() != null)
                .findFirst()
                .map(rating -> (Happening) new Happening.Rated(name, rating, emotion))
                .or(() -> Optional.ofNullable(emotion).map(felt -> new Happening.Felt(name, felt)))
                .stream();
    }

    /** Whether the customer said it, rather than that we saw it. */
    private static boolean said(Happening happening) {
        return happening instanceof Happening.Rated || happening instanceof Happening.Felt;
    }
}
