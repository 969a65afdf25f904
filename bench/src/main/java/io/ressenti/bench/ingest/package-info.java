/** How fast events are taken in, beside a bare HTTP server in front of a Kafka producer and beside Kafka's own tool. */
package io.ressenti.bench.ingest;
