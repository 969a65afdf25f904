package io.ressenti.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import java.util.Locale;

/**
 * One answered question, as it is sent.
 *
 * @param value a whole number for ratings, a text for emotions
 * @param scale the upper end of the scale; null where the type fixes it
 */
public record AnswerGiven(AnswerType type, JsonNode value, Integer scale) {

    /** Satisfaction, 1 to {@code scale}. */
    public static AnswerGiven csat(int value, int scale) {
        return new AnswerGiven(AnswerType.CSAT, IntNode.valueOf(value), scale);
    }

    /** Likelihood to recommend, 0 to 10. */
    public static AnswerGiven nps(int value) {
        return new AnswerGiven(AnswerType.NPS, IntNode.valueOf(value), null);
    }

    /** "Made it easy", 1 to 7. */
    public static AnswerGiven ces(int value) {
        return new AnswerGiven(AnswerType.CES, IntNode.valueOf(value), null);
    }

    /** What was felt. */
    public static AnswerGiven emotion(Emotion emotion) {
        return new AnswerGiven(
                AnswerType.EMOTION, TextNode.valueOf(emotion.name().toLowerCase(Locale.ROOT)), null);
    }
}
