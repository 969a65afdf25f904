package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Happening.Failed;
import io.ressenti.console.sentence.Happening.Felt;
import io.ressenti.console.sentence.Happening.GaveUp;
import io.ressenti.console.sentence.Happening.LetDown;
import io.ressenti.console.sentence.Happening.PromiseBroken;
import io.ressenti.console.sentence.Happening.Rated;
import io.ressenti.console.sentence.Happening.ScoreFell;
import io.ressenti.console.text.Figures;
import io.ressenti.contracts.PromiseMeasured;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in a sentence what happened: "Delivery came 36 h later than promised; the customer gave 1 of 5 for Delivery." */
public final class Sentence {

    private Sentence() {}

    /** One sentence about one happening. */
    public static String about(Happening happening, Locale locale) {
        return about(List.of(happening), locale);
    }

    /** One sentence about several happenings, in their order; empty for none. */
    public static String about(List<Happening> happenings, Locale locale) {
        var voice = Voice.of(locale);
        var clauses = happenings.stream()
                .map(happening -> clause(happening, voice))
                .distinct()
                .collect(Collectors.joining(voice.separator()));
        return clauses.isEmpty() ? "" : Character.toUpperCase(clauses.charAt(0)) + clauses.substring(1) + ".";
    }

    private static String clause(Happening happening, Voice voice) {
        return switch (happening) {
            case PromiseBroken(var touchpoint, var promise) -> promise(touchpoint, promise, voice);
            case Rated rated -> voice.rated(rated);
            case Felt(var touchpoint, var emotion) -> voice.felt(touchpoint, emotion);
            case Failed(var touchpoint) -> voice.failed(touchpoint);
            case GaveUp(var touchpoint) -> voice.gaveUp(touchpoint);
            case ScoreFell(var before, var after) ->
                before == null
                        ? voice.scoreLow(Figures.whole(after, voice.locale()))
                        : voice.scoreFell(Figures.whole(before, voice.locale()), Figures.whole(after, voice.locale()));
            case LetDown(var touchpoint) -> voice.letDown(touchpoint);
        };
    }

    private static String promise(String touchpoint, PromiseMeasured promise, Voice voice) {
        var measure = Measure.of(promise.measure(), promise.unit());
        if (measure.unit() == null) {
            return voice.exceeded(
                    touchpoint,
                    amount(promise.value(), promise.unit(), voice.locale()),
                    amount(promise.limit(), promise.unit(), voice.locale()));
        }
        if (measure.late()) {
            return voice.late(touchpoint, Span.of(promise.brokenBy(), measure.unit(), voice.locale()));
        }
        return voice.exceeded(
                touchpoint,
                Span.of(promise.value(), measure.unit(), voice.locale()),
                Span.of(promise.limit(), measure.unit(), voice.locale()));
    }

    private static String amount(double value, String unit, Locale locale) {
        var figure = Figures.format(value, 1, locale);
        return unit == null ? figure : figure + "\u00a0" + unit;
    }
}
