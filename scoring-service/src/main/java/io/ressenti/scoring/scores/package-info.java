/** The published metrics, broken down as asked. */
package io.ressenti.scoring.scores;
