package io.ressenti.notification.delivery.email;

import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.receiver.Language;
import java.time.Instant;

/** What mails say, in one language. What the console shows too is called the same there. */
interface Words {

    /** The words of {@code language}. */
    static Words of(Language language) {
        return switch (language) {
            case EN -> new EnglishWords();
            case FR -> new FrenchWords();
        };
    }

    /** What has come to pass, as the end of a subject: without a capital, without a full stop. */
    String news(AlertChange change, String rule);

    /** A line that names something and says what it is. */
    String line(Label label, String value);

    String severity(Severity severity);

    String stage(Stage stage);

    String emotion(Emotion emotion);

    String outcome(Outcome outcome);

    /** What was asked, as the name of an answer. */
    String asked(AnswerType type);

    /** A rating on its scale, both as they are written in this language. */
    String rated(String value, String scale);

    /** A broken promise; its values have their unit already. */
    String promise(String measure, String value, String limit);

    /** A number with this language's decimal separator. */
    String number(double number);

    /** A time, to the minute, in UTC. */
    String time(Instant time);

    /** Asks to look at the alert; its address follows on a line of its own. */
    String invitation();

    /** Why somebody gets this, and why it names nobody. */
    String footer(String receiver, String brand);

    /** What a line is about. */
    enum Label {
        SEVERITY,
        TOUCHPOINT,
        STAGE,
        CHANNEL,
        PARTNER,
        WHAT,
        EMOTION,
        WHEN
    }
}
