package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Happening.Rated;
import io.ressenti.contracts.Emotion;
import java.util.Locale;

/**
 * How one language tells each happening. A clause has no full stop and may start a sentence or follow a semicolon. A new
 * language is one more implementation, and the compiler says what is missing.
 */
sealed interface Voice permits EnglishVoice, FrenchVoice {

    static Voice of(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? new FrenchVoice() : new EnglishVoice();
    }

    Locale locale();

    /** What stands between two clauses of a sentence. */
    String separator();

    String late(String touchpoint, String by);

    String exceeded(String touchpoint, String measured, String promised);

    String rated(Rated rated);

    String felt(String touchpoint, Emotion emotion);

    String failed(String touchpoint);

    String gaveUp(String touchpoint);

    String scoreFell(String before, String after);

    String scoreLow(String after);

    String letDown(String touchpoint);
}
