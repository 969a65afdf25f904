package io.ressenti.scoring.model;

import java.util.List;

/** Whose word counts: what customers said, what was observed, or both. */
public enum Voice {
    STATED("stated signals", Series.EXPERIENCE_STATED),
    OBSERVED("observed signals", Series.EXPERIENCE_OBSERVED),
    ALL("all signals, stated and observed", Series.EXPERIENCE_STATED, Series.EXPERIENCE_OBSERVED);

    private final String signals;
    private final List<Series> series;

    Voice(String signals, Series... series) {
        this.signals = signals;
        this.series = List.of(series);
    }

    String signals() {
        return signals;
    }

    List<Series> series() {
        return series;
    }
}
