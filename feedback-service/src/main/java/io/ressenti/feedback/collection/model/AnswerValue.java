package io.ressenti.feedback.collection.model;

/** What was answered: a number or words. */
public sealed interface AnswerValue {

    /** A whole number on some scale. */
    record Rating(int number) implements AnswerValue {}

    /** A name or a text. */
    record Words(String text) implements AnswerValue {}
}
