package io.ressenti.scoring.upkeep;

import java.time.Instant;
import java.util.UUID;

/**
 * One verification or rebuild.
 *
 * @param requestedBy who asked for it
 * @param endedAt     null while it runs, and where nobody could tell
 * @param step        what it does now, or did last; null before the first step
 * @param report      as JSON; null before the end
 */
record UpkeepRun(
        UUID id,
        String task,
        UpkeepState state,
        String requestedBy,
        Instant startedAt,
        Instant endedAt,
        String step,
        String report) {}
