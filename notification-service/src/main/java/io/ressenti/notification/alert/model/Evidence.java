package io.ressenti.notification.alert.model;

import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.Objects;

/**
 * What a customer was let down by: where, how badly, why.
 *
 * @param channel null where the event named none
 * @param partner the partner that ran the touchpoint; null where the brand did
 * @param value   the signal's value, 0–100; the customer's score where the rule is about the score
 * @param emotion the emotion stated; null where none was
 * @param occurredAt when it happened (event time), which may be long before Ressenti heard of it
 */
public record Evidence(
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        double value,
        Emotion emotion,
        Cause cause,
        Instant occurredAt) {

    private static final double CRITICAL_BELOW = 10;
    private static final double HIGH_BELOW = 25;

    public Evidence {
        Objects.requireNonNull(touchpoint, "touchpoint");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(occurredAt, "occurredAt");
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("value is not within 0 to 100");
        }
    }

    /**
     * How urgent it is: a value below 10 is critical (a failure, one star, a promise broken beyond its tolerance), one below 25
     * is high, anything else that made the alert fire is a warning.
     */
    public Severity severity() {
        if (value < CRITICAL_BELOW) {
            return Severity.CRITICAL;
        }
        return value < HIGH_BELOW ? Severity.HIGH : Severity.WARNING;
    }

    /** The worse of the two; this one where they are equally bad. An emotion that only the better one has is kept. */
    Evidence worse(Evidence other) {
        var worse = other.value < value ? other : this;
        var stated = other.emotion == null ? emotion : other.emotion;
        return worse.emotion == null ? worse.with(stated) : worse;
    }

    private Evidence with(Emotion stated) {
        return new Evidence(touchpoint, stage, channel, partner, value, stated, cause, occurredAt);
    }
}
