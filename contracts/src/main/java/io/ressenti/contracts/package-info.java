/**
 * The facts that Ressenti's services tell each other over Kafka: one record per fact, named in the past tense. The JSON
 * Schema of each stands in {@code /schemas}, an example of each version in {@code /examples}. Schemas only grow; a breaking
 * change is a {@code v2} on a new topic. No logic lives here.
 */
package io.ressenti.contracts;
