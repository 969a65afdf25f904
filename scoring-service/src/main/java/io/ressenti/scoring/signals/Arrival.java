package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.ScoredEvent;

/**
 * An event, and the Kafka partition that it came from.
 *
 * @param partition sums are kept apart by it
 */
record Arrival(ScoredEvent event, int partition) {}
