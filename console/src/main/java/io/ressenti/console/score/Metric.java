package io.ressenti.console.score;

import io.ressenti.console.text.Figures;
import java.util.Locale;

/** The metrics of the table, named as scoring-service names them. */
public enum Metric {
    EXPERIENCE("experience", 0, 100, ""),
    CSAT("csat", 0, 100, "%"),
    NPS("nps", -100, 100, ""),
    DISSATISFIED("dissatisfied-share", 0, 100, "%");

    private final String path;
    private final double least;
    private final double most;
    private final String unit;

    Metric(String path, double least, double most, String unit) {
        this.path = path;
        this.least = least;
        this.most = most;
        this.unit = unit;
    }

    String path() {
        return path;
    }

    /** Where {@code value} is along the metric's range, 0–100. */
    double position(double value) {
        return Math.clamp((value - least) / (most - least) * 100, 0, 100);
    }

    /** As people write it: {@code 78}, {@code −12}, {@code 78 %}. */
    String text(double value, Locale locale) {
        var figure = Figures.whole(value, locale).replace('-', '\u2212');
        if (unit.isEmpty()) {
            return figure;
        }
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? figure + "\u202f" + unit : figure + unit;
    }
}
