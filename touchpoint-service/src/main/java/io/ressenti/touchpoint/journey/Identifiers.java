package io.ressenti.touchpoint.journey;

/** What customers and journeys may be called: what ingestion takes. */
final class Identifiers {

    static final String PATTERN = "[^\\p{Cntrl}]{1,256}";
    static final String RULE = "An identifier is 1 to 256 characters, none of them a control character.";

    private Identifiers() {}
}
