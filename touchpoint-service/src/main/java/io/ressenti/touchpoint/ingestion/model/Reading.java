package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.problem.Problem;

/** What was found in an event's text. */
public sealed interface Reading {

    /** An event that keeps the rules; the catalogue has yet to be asked. */
    record Readable(TouchpointEvent event) implements Reading {}

    /**
     * No such event.
     *
     * @param source the application that it names; null where it cannot be made out
     * @param id     the event's id; null where it cannot be made out
     */
    record Unreadable(String source, String id, Problem problem) implements Reading {}
}
