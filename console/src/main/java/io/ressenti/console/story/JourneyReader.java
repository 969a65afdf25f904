package io.ressenti.console.story;

import io.ressenti.console.feeling.EmotionCurve;
import io.ressenti.console.feeling.Feeling;
import io.ressenti.console.sentence.Happening.PromiseBroken;
import io.ressenti.console.sentence.Sentence;
import io.ressenti.console.service.Alert;
import io.ressenti.console.service.CustomerScore;
import io.ressenti.console.service.Journey;
import io.ressenti.console.service.Names;
import io.ressenti.console.text.Moment;
import io.ressenti.contracts.PromiseMeasured;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns a journey and the signals that were read from it into the line that the story shows. A pure function of both. */
final class JourneyReader {

    private final Alert alert;
    private final Names names;
    private final Signals signals;
    private final Locale locale;
    private final Instant now;

    JourneyReader(Alert alert, CustomerScore score, Names names, Locale locale, Instant now) {
        this.alert = alert;
        this.names = names;
        this.signals = new Signals(score);
        this.locale = locale;
        this.now = now;
    }

    JourneyLine read(Journey journey) {
        var items = journey.items().stream()
                .sorted(Comparator.comparing(Journey.Item::occurredAt))
                .toList();
        var values = items.stream().map(signals::value).toList();
        var steps = items.stream().map(this::step).toList();
        return new JourneyLine(steps, EmotionCurve.through(values), null);
    }

    private Step step(Journey.Item item) {
        var value = signals.value(item);
        return new Step(
                names.touchpoint(item.touchpoint(), locale),
                item.stage(),
                item.kind() == Journey.Kind.FEEDBACK,
                Moment.of(item.occurredAt(), now, locale),
                names.channel(item.channel(), locale),
                names.partner(item.partner()),
                item.outcome(),
                broken(item),
                !item.promises().isEmpty() && item.promises().stream().allMatch(JourneyReader::kept),
                item.answers(),
                value == null ? null : Feeling.of(value),
                caused(item),
                item.comment() == null || item.comment().isBlank() ? null : item.comment(),
                item.language());
    }

    private List<String> broken(Journey.Item item) {
        var name = names.touchpoint(item.touchpoint(), locale);
        return item.promises().stream()
                .filter(promise -> !kept(promise))
                .map(promise -> Sentence.about(new PromiseBroken(name, promise), locale))
                .toList();
    }

    private boolean caused(Journey.Item item) {
        var cause = alert.cause();
        return cause != null
                && item.id().equals(cause.eventId())
                && item.source().equals(cause.eventSource());
    }

    private static boolean kept(PromiseMeasured promise) {
        return promise.value() <= promise.limit();
    }
}
