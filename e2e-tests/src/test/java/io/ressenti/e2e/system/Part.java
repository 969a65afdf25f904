package io.ressenti.e2e.system;

import java.util.Locale;

/** A process of the system, in the order of the services' ports. */
public enum Part {
    TOUCHPOINT_SERVICE,
    FEEDBACK_SERVICE,
    SCORING_SERVICE,
    NOTIFICATION_SERVICE,
    CONSOLE,
    KAFKA;

    /** Its name in the launcher's files. */
    public String partName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
