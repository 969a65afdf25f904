package io.ressenti.notification.delivery.email;

import io.ressenti.notification.delivery.email.Words.Label;
import io.ressenti.notification.receiver.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail about an alert, in the language of whoever gets it.
 *
 * @param subject one line
 * @param text    plain text
 */
record AlertMail(String subject, String text) {

    /** @param link the alert's address in the console */
    static AlertMail of(MailedChange.Data told, Receiver receiver, String link) {
        var words = Words.of(receiver.language());
        var alert = told.alert();
        var severity = words.severity(alert.severity());
        var news = words.news(told.change(), alert.rule());
        return new AlertMail(
                "[" + severity + "] " + oneLine(alert.touchpoint()) + ", " + news,
                sentence(news) + "\n\n" + String.join("\n", facts(alert, words)) + "\n\n" + words.invitation() + "\n"
                        + link + "\n\n-- \n" + words.footer(receiver.name(), oneLine(receiver.brand())));
    }

    private static List<String> facts(MailedAlert alert, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.line(Label.SEVERITY, words.severity(alert.severity())));
        lines.add(words.line(Label.TOUCHPOINT, oneLine(alert.touchpoint())));
        lines.add(words.line(Label.STAGE, words.stage(alert.stage())));
        if (alert.channel() != null) {
            lines.add(words.line(Label.CHANNEL, oneLine(alert.channel())));
        }
        if (alert.partner() != null) {
            lines.add(words.line(Label.PARTNER, oneLine(alert.partner())));
        }
        if (alert.cause() != null) {
            what(alert.cause(), words).ifPresent(what -> lines.add(words.line(Label.WHAT, what)));
        }
        if (alert.emotion() != null) {
            lines.add(words.line(Label.EMOTION, words.emotion(alert.emotion())));
        }
        lines.add(words.line(Label.WHEN, words.time(alert.causedAt())));
        return lines;
    }

    private static Optional<String> what(MailedCause cause, Words words) {
        return Optional.ofNullable(cause.answer())
                .map(answer -> answer(answer, words))
                .or(() -> Optional.ofNullable(cause.promise()).map(promise -> promise(promise, words)))
                .or(() -> Optional.ofNullable(cause.outcome()).map(words::outcome));
    }

    private static String answer(MailedCause.MailedAnswer answer, Words words) {
        var asked = words.asked(answer.type());
        return answer.value() == null || answer.scale() == null
                ? asked
                : asked + " " + words.rated(words.number(answer.value()), words.number(answer.scale()));
    }

    private static String promise(MailedCause.MailedPromise promise, Words words) {
        var unit = promise.unit() == null ? "" : " " + oneLine(promise.unit());
        return words.promise(
                oneLine(promise.measure()), words.number(promise.value()) + unit, words.number(promise.limit()) + unit);
    }

    private static String sentence(String news) {
        return news.substring(0, 1).toUpperCase(Locale.ROOT) + news.substring(1) + ".";
    }

    /** Names come from events: none of them begins a line, or a header, of its own, or turns the reading direction. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
    }
}
