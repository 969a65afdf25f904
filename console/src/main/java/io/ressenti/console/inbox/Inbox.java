package io.ressenti.console.inbox;

import io.ressenti.console.service.Alerts;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.service.Names;
import io.ressenti.console.story.AlertCard;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The inbox's list.
 *
 * @param cards    most urgent first
 * @param next     where the next page starts; null on the last
 * @param resolved whether it lists what is done instead of what is to do
 * @param trouble  why there is no list; null where there is one
 */
public record Inbox(List<AlertCard> cards, String next, boolean resolved, Fetched.Trouble trouble) {

    static Inbox of(Fetched<Alerts> fetched, Names names, boolean resolved, Locale locale, Instant now) {
        return fetched instanceof Fetched.Found<Alerts>(var alerts)
                ? new Inbox(AlertCard.of(alerts.items(), names, locale, now), alerts.next(), resolved, null)
                : new Inbox(List.of(), null, resolved, fetched.trouble());
    }

    /** The alert to show beside the list where none was asked for; null where there is none. */
    String first() {
        return cards.isEmpty() ? null : cards.getFirst().id();
    }
}
