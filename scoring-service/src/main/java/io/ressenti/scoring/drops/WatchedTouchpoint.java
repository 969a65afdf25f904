package io.ressenti.scoring.drops;

/** A touchpoint, with whatever is watched of it. Its series are evaluated together. */
record WatchedTouchpoint(String brand, String touchpoint) {}
