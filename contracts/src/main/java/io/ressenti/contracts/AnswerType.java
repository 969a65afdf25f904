package io.ressenti.contracts;

/** The kinds of question that can be answered. */
public enum AnswerType {
    /** "How likely are you to recommend us?", 0–10. */
    NPS,
    /** Satisfaction, 1..k; k is the answer's scale. */
    CSAT,
    /** Customer Effort Score 2.0, "made it easy", 1–7. */
    CES,
    /** Stars, 1..k. */
    STARS,
    /** One of {@link Emotion}. */
    EMOTION,
    /** Free text. */
    TEXT
}
