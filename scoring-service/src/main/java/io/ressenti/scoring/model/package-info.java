/**
 * The mathematics: what an event says about a customer's experience, and what a set of signals adds up to. Plain Java, pure
 * functions, no framework. {@code docs/scoring.md} holds the same in prose, with the sources.
 */
package io.ressenti.scoring.model;
