/** What clients see while Kafka is away, and whether anything is missing afterwards. */
package io.ressenti.bench.outage;
