package io.ressenti.contracts;

/**
 * One answered question. Scale and polarity are kept with every answer, so that a number never loses its meaning.
 *
 * @param type     the kind of question
 * @param value    the rating; null for {@code EMOTION} and {@code TEXT}
 * @param scale    the scale's upper end (10 for NPS, 7 for CES, k for 1..k); null where there is no rating
 * @param polarity which end of the scale is the good one; null where there is no rating
 * @param emotion  the emotion stated; null unless the type is {@code EMOTION}
 * @param text     what was written; null unless the type is {@code TEXT}, or a free label beside an emotion
 */
public record Answer(AnswerType type, Integer value, Integer scale, Polarity polarity, Emotion emotion, String text) {}
