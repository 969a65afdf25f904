/** Traces across Kafka, the outbox and other queues. */
package io.ressenti.platform.trace;
