package io.ressenti.console.page;

import io.ressenti.console.session.Lead;
import io.ressenti.console.text.Language;
import java.util.Locale;

/**
 * What every page shows around its own content.
 *
 * @param path the path asked for
 * @param csrf the token that a form of this page has to bring back
 * @param lead who is looking; null before login
 */
public record Page(Language language, String path, String csrf, Lead lead) {

    public Locale locale() {
        return language.locale();
    }

    /** Whether {@code language} is the one spoken; for the switch. */
    public boolean speaks(String tag) {
        return language.tag().equals(tag);
    }
}
