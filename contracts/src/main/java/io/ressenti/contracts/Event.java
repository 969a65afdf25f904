package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** A fact that has happened and travels over Kafka as a CloudEvent (binary mode, JSON). */
public sealed interface Event
        permits TouchpointRecorded,
                EventRejected,
                FeedbackRecorded,
                CustomerEvent,
                TouchpointCatalogued,
                CustomerScoreChanged,
                DissatisfactionEvent,
                DropEvent,
                AlertChanged {

    /** The event's identifier; together with {@link #source()} and {@link #brand()} it is unique, and counts once. */
    String id();

    /** Who stated the fact: the client application's name for client events, {@code ressenti/<service>} for our own. */
    String source();

    /** The brand (tenant) that the fact belongs to; always taken from credentials, never from a request's body. */
    String brand();

    /** When it happened (event time), not when it was received. */
    Instant occurredAt();

    /** What the record is partitioned by besides the brand: the customer wherever there is one. */
    @JsonIgnore
    String subject();
}
