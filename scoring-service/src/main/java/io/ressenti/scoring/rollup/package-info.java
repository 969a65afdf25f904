/** Sums by day and month, so that long windows are read as fast as short ones. */
package io.ressenti.scoring.rollup;
