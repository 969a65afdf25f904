/** How fast events that stand on Kafka reach the timelines, beside a bare insert. */
package io.ressenti.bench.projector;
