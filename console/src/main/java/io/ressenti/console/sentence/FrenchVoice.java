package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Happening.Rated;
import io.ressenti.contracts.Emotion;
import java.util.Locale;

/**
 * French names have a gender that the catalogue does not know, so names stand where nothing has to agree with them: before a
 * colon, or between quotation marks.
 */
record FrenchVoice() implements Voice {

    @Override
    public Locale locale() {
        return Locale.FRENCH;
    }

    @Override
    public String separator() {
        return "\u00a0; ";
    }

    @Override
    public String late(String touchpoint, String by) {
        return touchpoint + "\u00a0: " + by + " plus tard que promis";
    }

    @Override
    public String exceeded(String touchpoint, String measured, String promised) {
        return touchpoint + "\u00a0: " + measured + " au lieu de " + promised + " comme promis";
    }

    @Override
    public String rated(Rated rated) {
        var answer = rated.rating();
        var mark = answer.value() + " sur " + answer.scale();
        var quoted = quoted(rated.touchpoint());
        var said =
                switch (answer.type()) {
                    case NPS -> "après " + quoted + ", le client ne nous recommanderait pas (" + mark + ")";
                    case CES -> "le client a trouvé " + quoted + " pénible (" + mark + ")";
                    case STARS ->
                        "le client a donné " + answer.value() + " étoiles sur " + answer.scale() + " à " + quoted;
                    case CSAT, EMOTION, TEXT -> "le client a donné " + mark + " à " + quoted;
                };
        return rated.emotion() == null ? said : said + " et se dit " + word(rated.emotion());
    }

    @Override
    public String felt(String touchpoint, Emotion emotion) {
        return "après " + quoted(touchpoint) + ", le client se dit " + word(emotion);
    }

    @Override
    public String failed(String touchpoint) {
        return quoted(touchpoint) + " a échoué";
    }

    @Override
    public String gaveUp(String touchpoint) {
        return "le client a abandonné à l’étape " + quoted(touchpoint);
    }

    @Override
    public String scoreFell(String before, String after) {
        return "le score du client est passé de " + before + " à " + after;
    }

    @Override
    public String scoreLow(String after) {
        return "le premier score du client est de " + after + " sur 100";
    }

    @Override
    public String letDown(String touchpoint) {
        return "le client a été déçu à l’étape " + quoted(touchpoint);
    }

    private static String quoted(String name) {
        return "«\u00a0" + name + "\u00a0»";
    }

    private static String word(Emotion emotion) {
        return switch (emotion) {
            case DISAPPOINTED -> "déçu";
            case FRUSTRATED -> "frustré";
            case NEUTRAL -> "indifférent";
            case SURPRISED -> "surpris";
            case HAPPY -> "content";
        };
    }
}
