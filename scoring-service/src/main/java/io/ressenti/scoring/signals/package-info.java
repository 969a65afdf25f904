/** Takes events from Kafka and lets each count exactly once. */
package io.ressenti.scoring.signals;
