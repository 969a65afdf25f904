package io.ressenti.notification.delivery.email;

import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.rule.Rules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English. */
final class EnglishWords implements Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String news(AlertChange change, String rule) {
        var what = Rules.CUSTOMER_AT_RISK.equals(rule) ? "a customer is at risk" : "a customer was let down";
        return change == AlertChange.REOPENED ? "alert reopened, " + what : what;
    }

    @Override
    public String line(Label label, String value) {
        var name =
                switch (label) {
                    case SEVERITY -> "Severity";
                    case TOUCHPOINT -> "Touchpoint";
                    case STAGE -> "Stage";
                    case CHANNEL -> "Channel";
                    case PARTNER -> "Partner";
                    case WHAT -> "What happened";
                    case EMOTION -> "Emotion";
                    case WHEN -> "When";
                };
        return name + ": " + value;
    }

    @Override
    public String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case HIGH -> "Serious";
            case WARNING -> "To watch";
        };
    }

    @Override
    public String stage(Stage stage) {
        return switch (stage) {
            case DISCOVERY -> "Discovery";
            case EVALUATION -> "Evaluation";
            case PURCHASE -> "Purchase";
            case ACCESS -> "Delivery and entry";
            case USAGE -> "Use";
            case SUPPORT -> "Support";
            case DEBRIEF -> "Looking back";
        };
    }

    @Override
    public String emotion(Emotion emotion) {
        return switch (emotion) {
            case DISAPPOINTED -> "Disappointed";
            case FRUSTRATED -> "Frustrated";
            case NEUTRAL -> "Neither glad nor sad";
            case SURPRISED -> "Surprised";
            case HAPPY -> "Happy";
        };
    }

    @Override
    public String outcome(Outcome outcome) {
        return switch (outcome) {
            case FAILURE -> "Failed";
            case ABANDONED -> "Given up";
            case SUCCESS -> "Worked";
        };
    }

    @Override
    public String asked(AnswerType type) {
        return switch (type) {
            case NPS -> "Recommendation";
            case CSAT -> "Satisfaction";
            case CES -> "Ease";
            case STARS -> "Stars";
            case EMOTION -> "The customer said how they felt";
            case TEXT -> "The customer wrote a comment";
        };
    }

    @Override
    public String rated(String value, String scale) {
        return value + " out of " + scale;
    }

    @Override
    public String promise(String measure, String value, String limit) {
        return "Promise broken: " + measure + " was " + value + ", and at most " + limit + " was promised";
    }

    @Override
    public String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    public String time(Instant time) {
        return TIME.format(time);
    }

    @Override
    public String invitation() {
        return "See what happened, and put it right:";
    }

    @Override
    public String footer(String receiver, String brand) {
        return "You get this because your address is the receiver \"" + receiver + "\" of the brand " + brand
                + " in Ressenti."
                + "\nOnly the console says who the customer is: mail passes through many hands.";
    }
}
