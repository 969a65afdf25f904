package io.ressenti.touchpoint.catalogue;

/** The forms of the catalogue's codes, and how to say so. */
final class Codes {

    static final String TOUCHPOINT = "[a-z0-9][a-z0-9-]{0,63}";
    static final String TOUCHPOINT_RULE =
            "A touchpoint's code is 1 to 64 lower-case letters, digits and hyphens, such as order-delivered.";

    static final String CHANNEL = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
    static final String CHANNEL_RULE =
            "A channel's code is 1 to 64 letters, digits, hyphens and underscores, such as WEB.";

    static final String PARTNER = "[^\\p{Cntrl}]{1,256}";
    static final String PARTNER_RULE = "A partner's code is 1 to 256 characters, none of them a control character.";

    static final String MEASURE = "[A-Za-z][A-Za-z0-9_.-]{0,63}";
    static final String MEASURE_RULE =
            "A measure's name is 1 to 64 letters, digits, '_', '.' and '-', the first a letter, such as delayHours.";

    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
    static final String LANGUAGE_RULE = "A name's key is a language tag, such as fr or pt-BR.";

    static final String NAME_RULE = "A name is 1 to 200 characters.";

    private Codes() {}
}
