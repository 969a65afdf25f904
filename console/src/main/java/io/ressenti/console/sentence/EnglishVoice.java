package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Happening.Rated;
import io.ressenti.contracts.Emotion;
import java.util.Locale;

record EnglishVoice() implements Voice {

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String separator() {
        return "; ";
    }

    @Override
    public String late(String touchpoint, String by) {
        return touchpoint + " came " + by + " later than promised";
    }

    @Override
    public String exceeded(String touchpoint, String measured, String promised) {
        return touchpoint + ": " + measured + " instead of the promised " + promised;
    }

    @Override
    public String rated(Rated rated) {
        var answer = rated.rating();
        var mark = answer.value() + " of " + answer.scale();
        var said =
                switch (answer.type()) {
                    case NPS -> "the customer would not recommend us after " + rated.touchpoint() + " (" + mark + ")";
                    case CES -> "the customer found " + rated.touchpoint() + " hard work (" + mark + ")";
                    case STARS -> "the customer gave " + mark + " stars for " + rated.touchpoint();
                    case CSAT, EMOTION, TEXT -> "the customer gave " + mark + " for " + rated.touchpoint();
                };
        return rated.emotion() == null ? said : said + " and is " + word(rated.emotion());
    }

    @Override
    public String felt(String touchpoint, Emotion emotion) {
        return "the customer is " + word(emotion) + " after " + touchpoint;
    }

    @Override
    public String failed(String touchpoint) {
        return touchpoint + " failed";
    }

    @Override
    public String gaveUp(String touchpoint) {
        return "the customer gave up at " + touchpoint;
    }

    @Override
    public String scoreFell(String before, String after) {
        return "the customer’s score fell from " + before + " to " + after;
    }

    @Override
    public String scoreLow(String after) {
        return "the customer’s first score is " + after + " of 100";
    }

    @Override
    public String letDown(String touchpoint) {
        return "the customer was let down at " + touchpoint;
    }

    private static String word(Emotion emotion) {
        return switch (emotion) {
            case DISAPPOINTED -> "disappointed";
            case FRUSTRATED -> "frustrated";
            case NEUTRAL -> "indifferent";
            case SURPRISED -> "surprised";
            case HAPPY -> "happy";
        };
    }
}
