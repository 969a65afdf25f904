package io.ressenti.touchpoint.customers;

/** What customers, journeys and events may be called: what ingestion takes. */
public final class Identifiers {

    public static final String PATTERN = "[^\\p{Cntrl}]{1,256}";
    public static final String RULE = "An identifier is 1 to 256 characters, none of them a control character.";

    private Identifiers() {}
}
