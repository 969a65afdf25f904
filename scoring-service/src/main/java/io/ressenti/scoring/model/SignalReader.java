package io.ressenti.scoring.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.TouchpointRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the signals out of an event. No promise and outcome SUCCESS, or no rating: no signal, for silence is not satisfaction.
 *
 * @param usual    how the signals are judged of a brand that {@code ofBrands} does not name
 * @param ofBrands how those of a brand are judged, by its code
 */
public record SignalReader(Judgement usual, Map<String, Judgement> ofBrands) {

    public SignalReader {
        ofBrands = Map.copyOf(ofBrands);
    }

    /**
     * What a touchpoint event says: one signal for an outcome other than success, one for each promise measured.
     *
     * @throws RuntimeException where the event breaks its contract: a required field is missing
     */
    public ScoredEvent read(TouchpointRecorded event) {
        var encounter = Encounter.of(event);
        List<Signal> signals = new ArrayList<>();
        var outcome = new Cause(event.id(), event.source(), null, null, event.outcome());
        Reading.of(event.outcome()).ifPresent(reading -> signals.add(signal(encounter, 0, reading, null, outcome)));
        for (int i = 0; i < event.promises().size(); i++) {
            signals.add(promise(encounter, i + 1, event.promises().get(i)));
        }
        return ScoredEvent.of(encounter, signals);
    }

    /**
     * What a set of answers says: one signal for each question that was rated, or answered with an emotion.
     *
     * @throws RuntimeException where the event breaks its contract: a rating lies outside its scale, for instance
     */
    public ScoredEvent read(FeedbackRecorded event) {
        var encounter = Encounter.of(event);
        var emotion = event.answers().stream()
                .map(Answer::emotion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < event.answers().size(); i++) {
            var ordinal = i;
            var cause = new Cause(event.id(), event.source(), event.answers().get(i), null, null);
            Reading.of(event.answers().get(i))
                    .ifPresent(reading -> signals.add(signal(encounter, ordinal, reading, emotion, cause)));
        }
        return ScoredEvent.of(encounter, signals);
    }

    private Signal promise(Encounter encounter, int ordinal, PromiseMeasured promise) {
        var cause = new Cause(encounter.eventId(), encounter.source(), null, promise, null);
        return signal(encounter, ordinal, Reading.of(promise), null, cause);
    }

    private Signal signal(Encounter encounter, int ordinal, Reading reading, Emotion emotion, Cause cause) {
        var judgement = ofBrands.getOrDefault(encounter.brand(), usual);
        return new Signal(
                Signal.idOf(encounter, ordinal),
                ordinal,
                encounter,
                reading.kind(),
                reading.value(),
                emotion,
                reading.dissatisfied(judgement.dissatisfiedBelow()),
                judgement.importanceOf(encounter.place().stage()),
                reading.rating(),
                cause);
    }
}
