/** What was not taken in: kept with its reason, listed, repaired, replayed or discarded. */
package io.ressenti.touchpoint.rejected;
