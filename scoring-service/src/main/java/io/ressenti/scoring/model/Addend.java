package io.ressenti.scoring.model;

import java.util.Locale;

/** What {@link Sums} hold besides how many values there are. */
public enum Addend {
    SUM,
    SQUARES,
    FAVOURABLE,
    UNFAVOURABLE;

    /** Its name in storage. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
