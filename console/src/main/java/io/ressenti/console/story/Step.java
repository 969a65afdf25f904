package io.ressenti.console.story;

import io.ressenti.console.feeling.Feeling;
import io.ressenti.console.text.Moment;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Stage;
import java.util.List;

/**
 * One moment of a journey as the story shows it.
 *
 * @param name     the touchpoint's name
 * @param feedback whether the customer said it, rather than lived it
 * @param channel  its name; may be null
 * @param partner  its name; may be null
 * @param broken   a sentence per promise that was broken
 * @param kept     whether there was a promise and all were kept
 * @param feeling  null where the moment says nothing
 * @param cause    whether the alert is about this moment
 * @param comment  in full; may be null
 * @param language the comment's language tag; may be null
 */
public record Step(
        String name,
        Stage stage,
        boolean feedback,
        Moment time,
        String channel,
        String partner,
        Outcome outcome,
        List<String> broken,
        boolean kept,
        List<Answer> answers,
        Feeling feeling,
        boolean cause,
        String comment,
        String language) {

    /** Whether something went wrong that the line should mark. */
    public boolean marked() {
        return !broken.isEmpty() || outcome == Outcome.FAILURE || outcome == Outcome.ABANDONED;
    }

    /** Whether the outcome is worth a word: success is not. */
    public boolean failed() {
        return outcome == Outcome.FAILURE || outcome == Outcome.ABANDONED;
    }
}
