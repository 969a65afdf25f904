package io.ressenti.touchpoint.ingestion;

/** The answer to an event that was taken in: its id. */
record AcceptedView(String id) {}
