package io.ressenti.scoring.drops;

import io.ressenti.scoring.model.drop.Tally;
import java.time.Instant;

/**
 * A drop that the world has been told of, and not of its end.
 *
 * @param eventId the event that told it
 */
record Told(WatchedSeries series, String eventId, Instant since, Tally before, Tally after) {}
