/** Finds where customers are let down more often than they used to be, and tells it. */
package io.ressenti.scoring.drops;
