package io.ressenti.contracts;

import java.time.Instant;

/**
 * A touchpoint, one of its channels or one of its partners lets customers down more often than it used to, or no longer does.
 * Published on {@link Topics#DISSATISFACTION}; {@link #occurredAt()} is the end of the five minutes of event time with which it
 * was certain enough.
 */
public sealed interface DropEvent extends Event
        permits TouchpointDropped, TouchpointRecovered, PartnerDropped, PartnerRecovered {

    String touchpoint();

    /** When the change has likely happened (event time). */
    Instant since();

    /** The share of dissatisfied signals before the change. */
    DissatisfiedShare before();

    /** The share of dissatisfied signals since the change. */
    DissatisfiedShare after();
}
