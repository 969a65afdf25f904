/** How long it takes from a client's request until a lead sees the alert. */
package io.ressenti.bench.latency;
