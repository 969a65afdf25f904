package io.ressenti.scoring.drops;

import io.ressenti.scoring.model.drop.Tally;
import java.time.Instant;

/**
 * A touchpoint's signals of one bucket, channel and partner.
 *
 * @param partner empty where the brand itself acted
 */
record Cell(Instant bucket, String channel, String partner, Tally tally) {}
