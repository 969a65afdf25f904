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

    static final String TOLD_RULE = "The words that the customer was told are 1 to 500 characters.";

    static final String EMAIL = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+";
    static final String EMAIL_RULE = "This is no e-mail address. Send one such as care@seller.example.";

    static final String PHONE = "\\+?[0-9][0-9 ()./-]{2,39}";
    static final String PHONE_RULE = "This is no phone number. Send one such as +33 1 23 45 67 89.";

    private Codes() {}
}
