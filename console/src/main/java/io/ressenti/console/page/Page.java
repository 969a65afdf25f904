package io.ressenti.console.page;

import io.ressenti.console.session.Lead;
import io.ressenti.console.text.Language;
import java.util.Locale;

/**
 * What every page shows around its own content.
 *
 * @param path the path asked for
 * @param lead who is looking; null before login
 */
public record Page(Language language, String path, Lead lead) {

    public Locale locale() {
        return language.locale();
    }

    /** Whether {@code language} is the one spoken; for the switch. */
    public boolean speaks(String tag) {
        return language.tag().equals(tag);
    }
}
