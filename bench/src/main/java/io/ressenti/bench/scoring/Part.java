package io.ressenti.bench.scoring;

/** What can be measured, in this order. */
enum Part {
    /** One instance, the bare loop over the same records, and two instances. */
    THROUGHPUT,
    /** From an event to its published score. */
    LATENCY,
    /** The same load at ever more stored signals. */
    GROWTH,
    /** Answers of the API, once so many signals are stored. */
    READS
}
