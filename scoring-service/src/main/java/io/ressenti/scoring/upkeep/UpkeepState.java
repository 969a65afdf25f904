package io.ressenti.scoring.upkeep;

/** How far a run is. */
enum UpkeepState {
    RUNNING,
    DONE,
    /** It gave up; its report says why. */
    FAILED,
    /** The instance that it ran in ended before it did. */
    INTERRUPTED
}
