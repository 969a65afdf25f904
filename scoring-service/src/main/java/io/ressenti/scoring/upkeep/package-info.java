/** What keeps the numbers right in the long run: comparing them with the signals, and making them anew from the topics. */
package io.ressenti.scoring.upkeep;
