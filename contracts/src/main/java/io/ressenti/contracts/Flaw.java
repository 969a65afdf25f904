package io.ressenti.contracts;

/**
 * A place of a refused event that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) into the event; empty for the whole
 * @param message what is wrong there, and what to do
 */
public record Flaw(String pointer, String message) {}
