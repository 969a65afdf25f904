package io.ressenti.scoring.drops;

import io.ressenti.scoring.model.drop.Drop;
import java.time.Instant;

/**
 * Which drops are wanted.
 *
 * @param state      null: any; so for touchpoint, channel and partner
 * @param from       detected at this time or later
 * @param to         detected before this time
 */
record DropFilter(
        String brand, Drop.State state, String touchpoint, String channel, String partner, Instant from, Instant to) {}
