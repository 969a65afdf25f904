package io.ressenti.bench.drops;

import java.time.Instant;

/**
 * A signal, as far as drops are concerned.
 *
 * @param partner null where the brand itself acted
 */
record ObservedSignal(String touchpoint, String partner, Instant at, boolean dissatisfied) {}
