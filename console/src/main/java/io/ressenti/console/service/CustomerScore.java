package io.ressenti.console.service;

import io.ressenti.contracts.Emotion;
import java.util.List;

/**
 * How a customer feels about the brand, 0–100.
 *
 * @param experienced every moment, the recent and the bad ones weighing more; null while there is none
 * @param remembered  peak and end; null while there is none
 * @param band        AT_RISK, FRAGILE, CONTENT or AMBASSADOR; null while there is no signal
 */
public record CustomerScore(Double experienced, Double remembered, String band, long n, List<Signal> signals) {

    public CustomerScore {
        signals = signals == null ? List.of() : List.copyOf(signals);
    }

    /** What one event says about the customer's mind, 0–100. */
    public record Signal(String eventId, String source, double value, Emotion emotion, boolean dissatisfied) {}
}
