/** A Kafka, a PostgreSQL and services that are there for one bench only, each a process of its own. */
package io.ressenti.bench.scratch;
