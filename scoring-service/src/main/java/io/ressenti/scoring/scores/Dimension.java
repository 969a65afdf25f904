package io.ressenti.scoring.scores;

import java.util.Locale;

/** What metrics can be broken down by and filtered by. The name in the API is the column's. */
enum Dimension {
    TOUCHPOINT,
    STAGE,
    CHANNEL,
    PARTNER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
