package io.ressenti.console.text;

import java.util.List;
import java.util.Locale;

/** The languages that the console speaks. */
public enum Language {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    /** Remembers the language that somebody chose. */
    public static final String COOKIE = "ressenti_language";

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Its tag: {@code en}, {@code fr}. */
    public String tag() {
        return locale.getLanguage();
    }

    /**
     * The language to answer in.
     *
     * @param chosen         tag that the person chose; may be null or nonsense
     * @param acceptLanguage the browser's header; may be null or nonsense
     */
    public static Language of(String chosen, String acceptLanguage) {
        for (var language : values()) {
            if (language.tag().equals(chosen)) {
                return language;
            }
        }
        return Locale.FRENCH.equals(preferred(acceptLanguage)) ? FR : EN;
    }

    private static Locale preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return null;
        }
        try {
            return Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
        } catch (IllegalArgumentException unreadableHeader) {
            return null;
        }
    }
}
