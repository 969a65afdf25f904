package io.ressenti.console.story;

import io.ressenti.console.service.Alert;
import io.ressenti.console.text.Moment;
import io.ressenti.contracts.AlertChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One thing that happened to the alert, as the story shows it. {@code by}, {@code note} and {@code rootCause} may be null. */
public record HistoryLine(AlertChange change, Moment at, String by, String note, String rootCause) {

    /** Newest first: what was done last is what the reader needs first. */
    static List<HistoryLine> of(Alert alert, Instant now, Locale locale) {
        return alert.history().reversed().stream()
                .map(entry -> new HistoryLine(
                        entry.change(),
                        Moment.of(entry.at(), now, locale),
                        entry.by(),
                        entry.note(),
                        entry.rootCause()))
                .toList();
    }
}
