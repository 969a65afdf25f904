package io.ressenti.feedback.collection;

/**
 * Who sends feedback, as the credentials say.
 *
 * @param brand       the brand that the feedback belongs to
 * @param application the key's or token's name
 */
record Sender(String brand, String application) {}
