/** What the platform team has done to the scores: comparing them with the signals, making them anew. */
package io.ressenti.cli.scores;
