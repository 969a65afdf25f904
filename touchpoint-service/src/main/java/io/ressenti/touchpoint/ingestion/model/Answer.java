package io.ressenti.touchpoint.ingestion.model;

/** What is said about an event. It does not hold the event: thousands of answers may wait for Kafka at once. */
public sealed interface Answer permits Answer.TakenIn, Verdict.Rejected {

    /** It is taken in. */
    record TakenIn(String id) implements Answer {}
}
