package io.ressenti.contracts;

/** The stages of a customer's journey, in the order in which they are usually lived. */
public enum Stage {
    DISCOVERY,
    EVALUATION,
    PURCHASE,
    /** Delivery, entry: getting at what was bought. */
    ACCESS,
    USAGE,
    SUPPORT,
    /** What is said afterwards, and how it is answered. */
    DEBRIEF
}
