package io.ressenti.feedback.collection.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Polarity;
import io.ressenti.feedback.collection.model.AnswerValue.Rating;
import io.ressenti.feedback.collection.model.AnswerValue.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns an answer as given into one that carries its scale and polarity, or says what is wrong with it. */
public final class AnswerRules {

    /** How long a text may be, in UTF-16 units. */
    public static final int MAX_TEXT = 10_000;

    private static final int MAX_LABEL = 256;
    private static final int DEFAULT_SCALE = 5;

    /** The scales on which satisfaction is asked in practice, and for which scoring knows what counts as satisfied. */
    private static final List<Integer> CSAT_SCALES = List.of(3, 4, 5, 7, 10);

    private static final List<Integer> STARS_SCALES = List.of(2, 3, 4, 5, 6, 7, 8, 9, 10);

    private AnswerRules() {}

    /**
     * The answer in the form in which it is kept and published.
     *
     * @param pointer JSON Pointer to the answer, which violations start with
     */
    public static Verdict<Answer> normalise(GivenAnswer given, String pointer) {
        if (given.type() == null) {
            return Verdict.unsound(
                    pointer + "/type", "The type is missing: name one of " + names(AnswerType.values()) + ".");
        }
        if (given.label() != null && given.type() != AnswerType.EMOTION) {
            return Verdict.unsound(pointer + "/label", "A label belongs to an EMOTION only. Leave it out.");
        }
        return switch (given.type()) {
            case NPS -> onFixedScale(given, Scale.NPS, pointer);
            case CES -> onFixedScale(given, Scale.CES, pointer);
            case CSAT -> onChosenScale(given, CSAT_SCALES, pointer);
            case STARS -> onChosenScale(given, STARS_SCALES, pointer);
            case EMOTION -> emotion(given, pointer);
            case TEXT -> text(given, pointer);
        };
    }

    private static Verdict<Answer> onFixedScale(GivenAnswer given, Scale scale, String pointer) {
        return given.scale() == null || given.scale() == scale.highest()
                ? rating(given, scale, pointer)
                : Verdict.unsound(
                        pointer + "/scale",
                        "The scale of " + given.type() + " is " + scale.highest() + ". Leave it out.");
    }

    private static Verdict<Answer> onChosenScale(GivenAnswer given, List<Integer> allowed, String pointer) {
        int highest = given.scale() == null ? DEFAULT_SCALE : given.scale();
        return allowed.contains(highest)
                ? rating(given, Scale.upTo(highest), pointer)
                : Verdict.unsound(
                        pointer + "/scale",
                        "The scale of " + given.type() + " must be one of " + listed(allowed) + ".");
    }

    private static Verdict<Answer> rating(GivenAnswer given, Scale scale, String pointer) {
        if (given.value() instanceof Rating(int number) && scale.holds(number)) {
            return Verdict.sound(
                    new Answer(given.type(), number, scale.highest(), Polarity.HIGHER_IS_BETTER, null, null));
        }
        return Verdict.unsound(
                pointer + "/value", "The value of " + given.type() + " must be a whole number from " + scale + ".");
    }

    private static Verdict<Answer> emotion(GivenAnswer given, String pointer) {
        if (given.scale() != null) {
            return noScale(pointer);
        }
        if (given.label() != null && (given.label().isBlank() || given.label().length() > MAX_LABEL)) {
            return Verdict.unsound(
                    pointer + "/label", "A label holds 1 to " + MAX_LABEL + " characters, or is left out.");
        }
        return emotionNamed(given.value())
                .map(emotion -> Verdict.sound(new Answer(AnswerType.EMOTION, null, null, null, emotion, given.label())))
                .orElseGet(() -> Verdict.unsound(
                        pointer + "/value",
                        "The value of EMOTION must be one of "
                                + names(Emotion.values()).toLowerCase(Locale.ROOT) + "."));
    }

    private static Verdict<Answer> text(GivenAnswer given, String pointer) {
        if (given.scale() != null) {
            return noScale(pointer);
        }
        return given.value() instanceof Words(String text) && !text.isBlank() && text.length() <= MAX_TEXT
                ? Verdict.sound(new Answer(AnswerType.TEXT, null, null, null, null, text))
                : Verdict.unsound(
                        pointer + "/value", "The value of TEXT must be a text of 1 to " + MAX_TEXT + " characters.");
    }

    private static Verdict<Answer> noScale(String pointer) {
        return Verdict.unsound(pointer + "/scale", "A scale belongs to ratings only. Leave it out.");
    }

    private static Optional<Emotion> emotionNamed(AnswerValue value) {
        return value instanceof Words(String name)
                ? Arrays.stream(Emotion.values())
                        .filter(emotion ->
                                emotion.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
