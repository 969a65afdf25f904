package io.ressenti.platform.security;

/** What a key or token may do. */
public final class Roles {

    /** A client application: sends touchpoints and feedback. */
    public static final String APPLICATION = "application";

    /** A support lead: sees customers and works on alerts. */
    public static final String LEAD = "lead";

    /** An analyst: reads scores and journeys. */
    public static final String ANALYST = "analyst";

    /** Describes the brand's journey and where its alerts go. */
    public static final String ADMIN = "admin";

    /** The platform team: sees what belongs to no brand, records that nobody can read for instance. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
