package io.ressenti.console.story;

import io.ressenti.console.feeling.Feeling;
import io.ressenti.console.service.CustomerScore;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.text.Figures;
import java.util.Locale;

/**
 * How the customer feels about the brand.
 *
 * @param experienced 0–100; null while there is none
 * @param remembered  0–100; null while there is none
 * @param band        AT_RISK, FRAGILE, CONTENT or AMBASSADOR; null while there is none
 * @param trouble     why there is no score; null where there is
 */
public record ScoreView(
        String experienced, String remembered, Feeling feeling, String band, String n, Fetched.Trouble trouble) {

    static ScoreView of(Fetched<CustomerScore> fetched, Locale locale) {
        if (!(fetched instanceof Fetched.Found<CustomerScore>(var score))) {
            return new ScoreView(null, null, null, null, "0", fetched.trouble());
        }
        return new ScoreView(
                figure(score.experienced(), locale),
                figure(score.remembered(), locale),
                score.experienced() == null ? null : Feeling.of(score.experienced()),
                score.band(),
                Figures.whole(score.n(), locale),
                null);
    }

    private static String figure(Double value, Locale locale) {
        return value == null ? null : Figures.whole(value, locale);
    }
}
