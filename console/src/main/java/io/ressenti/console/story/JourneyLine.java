package io.ressenti.console.story;

import io.ressenti.console.feeling.EmotionCurve;
import io.ressenti.console.service.Fetched;
import java.util.List;

/**
 * The customer's journey with the line of what was felt along it.
 *
 * @param steps   oldest first
 * @param trouble why there is none; null where there is
 */
public record JourneyLine(List<Step> steps, EmotionCurve curve, Fetched.Trouble trouble) {

    /** What the customer wrote, the most recent last. */
    public List<Step> comments() {
        return steps.stream().filter(step -> step.comment() != null).toList();
    }
}
