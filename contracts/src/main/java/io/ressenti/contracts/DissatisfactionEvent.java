package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** Somebody has been let down. Published on {@link Topics#DISSATISFACTION}. */
public sealed interface DissatisfactionEvent extends Event permits SignalDissatisfied, CustomerAtRisk {

    /** Whom it is about: the person, by the identifier that stands for all of theirs. */
    String customer();

    /** The identifier that the causing event named, which an erasure or an un-merge may be about; null where it is the customer. */
    String identifier();

    /** The journey in which it happened; null where the event named none. */
    String journeyId();

    String touchpoint();

    Stage stage();

    String channel();

    /** The partner that ran the touchpoint; null where the brand did. */
    String partner();

    /** When the causing event was received by Ressenti: latency to the lead is measured from here. */
    Instant receivedAt();

    Cause cause();

    /** The customer's experienced score (0–100) before the causing event; null where there was none yet. */
    Double scoreBefore();

    /** The customer's experienced score (0–100) after the causing event. */
    double scoreAfter();

    @Override
    @JsonIgnore
    default String subject() {
        return customer();
    }
}
