package io.ressenti.cli.client;

import java.time.Instant;

/** What a client application sends. */
public sealed interface ClientEvent permits TouchpointEvent, FeedbackEvent {

    /** Unique within {@code source}: the same event sent twice counts once. */
    String id();

    Instant occurredAt();

    String customer();

    String touchpoint();

    /** The path that takes one such event. */
    default String path() {
        return switch (this) {
            case TouchpointEvent ignored -> "/api/v1/touchpoints";
            case FeedbackEvent ignored -> "/api/v1/feedback";
        };
    }
}
