package io.ressenti.console.story;

import io.ressenti.console.sentence.Happening;
import io.ressenti.console.sentence.Sentence;
import io.ressenti.console.service.Alert;
import io.ressenti.console.service.Names;
import io.ressenti.console.text.Moment;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An alert as the inbox's list shows it.
 *
 * @param sentence   what happened
 * @param touchpoint its name
 * @param partner    its name; null where the brand ran the touchpoint itself
 * @param assignee   null while nobody looks after it
 * @param revision   grows with every change; tells the page's script which of two cards is the newer one
 */
public record AlertCard(
        String id,
        Severity severity,
        AlertState state,
        String sentence,
        String touchpoint,
        String partner,
        String assignee,
        int signals,
        Moment opened,
        long openedMillis,
        long revision) {

    /** Tells {@code alert} in the reader's language. */
    public static AlertCard of(Alert alert, Names names, Locale locale, Instant now) {
        return new AlertCard(
                alert.id(),
                alert.severity(),
                alert.state(),
                Sentence.about(happening(alert, names, locale), locale),
                names.touchpoint(alert.touchpoint(), locale),
                names.partner(alert.partner()),
                alert.assignee(),
                alert.signals(),
                Moment.of(alert.openedAt(), now, locale),
                alert.openedAt().toEpochMilli(),
                alert.revision());
    }

    /** All of a page. */
    public static List<AlertCard> of(List<Alert> alerts, Names names, Locale locale, Instant now) {
        return alerts.stream().map(alert -> of(alert, names, locale, now)).toList();
    }

    /** For the list's order: the more urgent, the greater. */
    public int urgency() {
        return severity.ordinal();
    }

    public boolean resolved() {
        return state == AlertState.RESOLVED;
    }

    private static Happening happening(Alert alert, Names names, Locale locale) {
        return alert.aboutScore() && alert.scoreAfter() != null
                ? new Happening.ScoreFell(alert.scoreBefore(), alert.scoreAfter())
                : Happening.of(names.touchpoint(alert.touchpoint(), locale), alert.cause(), alert.emotion());
    }
}
