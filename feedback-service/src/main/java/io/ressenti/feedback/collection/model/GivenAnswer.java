package io.ressenti.feedback.collection.model;

import io.ressenti.contracts.AnswerType;

/**
 * An answer as a client sends it; anything but the type may be null.
 *
 * @param type  the kind of question
 * @param value what was answered
 * @param scale the scale's upper end, where the client names one
 * @param label a free word beside an emotion
 */
public record GivenAnswer(AnswerType type, AnswerValue value, Integer scale, String label) {}
