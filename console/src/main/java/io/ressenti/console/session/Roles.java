package io.ressenti.console.session;

import java.util.Set;

/** What a person may do here; the services know the same names. */
public final class Roles {

    /** Works on alerts. */
    public static final String LEAD = "lead";

    /** Reads scores. */
    public static final String ANALYST = "analyst";

    /** Everything. */
    public static final String ADMIN = "admin";

    /** All of these. */
    public static final Set<String> ALL = Set.of(LEAD, ANALYST, ADMIN);

    private Roles() {}
}
