package io.ressenti.scoring.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.SignalKind;
import java.util.Optional;

/**
 * What one answer, one promise or one outcome says, on the common scale from 0 to 100.
 *
 * @param rating what it counts as besides; null where it is nothing else
 */
record Reading(SignalKind kind, double value, Rating rating) {

    private static final double HAPPY = 100;
    private static final double SURPRISED = 75;
    private static final double NEUTRAL = 50;
    private static final double FRUSTRATED = 15;
    private static final double DISAPPOINTED = 10;

    private static final double FAILED = 0;
    private static final double ABANDONED = 25;

    private static final double KEPT = 100;

    /**
     * What an answer says; nothing where it is a text.
     *
     * @throws IllegalArgumentException where the rating lies outside its scale
     */
    static Optional<Reading> of(Answer answer) {
        return switch (answer.type()) {
            case NPS -> Optional.of(nps(answer));
            case CSAT -> Optional.of(csat(answer));
            case STARS -> Optional.of(stars(answer));
            case CES -> Optional.of(ces(answer));
            case EMOTION -> Optional.of(new Reading(SignalKind.EMOTION, valueOf(answer.emotion()), null));
            case TEXT -> Optional.empty();
        };
    }

    /** What an outcome says; nothing where it is a success. */
    static Optional<Reading> of(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> Optional.empty();
            case FAILURE -> Optional.of(new Reading(SignalKind.OUTCOME, FAILED, null));
            case ABANDONED -> Optional.of(new Reading(SignalKind.OUTCOME, ABANDONED, null));
        };
    }

    /** Kept: 100. Exceeded by the tolerance or more: 0. Linear between. */
    static Reading of(PromiseMeasured promise) {
        var excess = promise.value() - promise.limit();
        if (excess <= 0) {
            return new Reading(SignalKind.PROMISE, KEPT, null);
        }
        var kept = 1 - excess / promise.tolerance();
        return new Reading(SignalKind.PROMISE, KEPT * Math.max(0, kept), Rating.brokenPromise(promise.measure()));
    }

    /** An NPS answer is dissatisfied when it is a detractor's; any other reading when its value lies below the limit. */
    boolean dissatisfied(double below) {
        return kind == SignalKind.NPS ? rating.unfavourable() : value < below;
    }

    private static Reading nps(Answer answer) {
        var rating = Scale.NPS.ratingOf(answer);
        return new Reading(SignalKind.NPS, Scale.NPS.toHundred(rating), Rating.nps(rating));
    }

    private static Reading csat(Answer answer) {
        var scale = Scale.fromOne(answer);
        var rating = scale.ratingOf(answer);
        return new Reading(SignalKind.CSAT, scale.toHundred(rating), Rating.csat(rating, scale));
    }

    private static Reading stars(Answer answer) {
        var scale = Scale.fromOne(answer);
        var rating = scale.ratingOf(answer);
        return new Reading(SignalKind.STARS, scale.toHundred(rating), Rating.stars(rating, scale));
    }

    private static Reading ces(Answer answer) {
        var scale = Scale.fromOne(answer);
        var rating = scale.ratingOf(answer);
        return new Reading(SignalKind.CES, scale.toHundred(rating), Rating.ces(rating, scale));
    }

    private static double valueOf(Emotion emotion) {
        return switch (emotion) {
            case HAPPY -> HAPPY;
            case SURPRISED -> SURPRISED;
            case NEUTRAL -> NEUTRAL;
            case FRUSTRATED -> FRUSTRATED;
            case DISAPPOINTED -> DISAPPOINTED;
        };
    }
}
