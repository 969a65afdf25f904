package io.ressenti.notification.receiver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which people can be written to. Lower case in JSON. */
public enum Language {
    @JsonProperty("en")
    EN,
    @JsonProperty("fr")
    FR;

    /** The language that {@code code} ({@code en}, {@code fr}) stands for; empty where it stands for none. */
    static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}
