package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must hold for an event by itself, whatever the catalogue says. Finds everything that is wrong, not just the first. */
final class TouchpointRules {

    static final int MAX_IDENTIFIER = 256;
    static final int MAX_NAME = 64;
    static final int MAX_ENTRIES = 50;
    static final int MAX_ATTRIBUTE = 1024;

    /** Nobody kept touchpoints before; an earlier time is a client's mistake, zero or seconds taken for milliseconds. */
    static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private final List<Violation> violations = new ArrayList<>();

    private TouchpointRules() {}

    /** What is wrong with {@code event}; empty where nothing is. */
    static List<Violation> check(TouchpointEvent event) {
        var rules = new TouchpointRules();
        rules.required("/id", event.id());
        rules.required("/source", event.source());
        rules.required("/customer", event.customer());
        rules.required("/touchpoint", event.touchpoint());
        rules.required("/channel", event.channel());
        rules.optional("/journeyId", event.journeyId());
        rules.optional("/partner", event.partner());
        rules.optional("/variant", event.variant());
        rules.time("/occurredAt", event.occurredAt(), true);
        rules.time("/sentAt", event.sentAt(), false);
        rules.entries("/measures", event.measures());
        rules.entries("/attributes", event.attributes());
        event.attributes().forEach((name, value) -> rules.attribute("/attributes/" + escaped(name), value));
        return List.copyOf(rules.violations);
    }

    /** Whether {@code text} can stand as an identifier, in a row's key too. */
    static boolean isIdentifier(String text) {
        return !text.isBlank()
                && text.length() <= MAX_IDENTIFIER
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void required(String pointer, String text) {
        if (text == null || text.isBlank()) {
            wrong(pointer, "It is missing. Send 1 to " + MAX_IDENTIFIER + " characters.");
        } else {
            identifier(pointer, text);
        }
    }

    private void optional(String pointer, String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            wrong(pointer, "It is empty. Leave it out, or send 1 to " + MAX_IDENTIFIER + " characters.");
        } else {
            identifier(pointer, text);
        }
    }

    private void identifier(String pointer, String text) {
        if (text.length() > MAX_IDENTIFIER) {
            wrong(pointer, "It has " + text.length() + " characters; " + MAX_IDENTIFIER + " are allowed.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(pointer, "It holds a control character. Remove it.");
        }
    }

    private void time(String pointer, Instant time, boolean required) {
        if (time == null) {
            if (required) {
                wrong(pointer, "It is missing. Send an RFC 3339 time such as 2026-01-18T22:56:59Z.");
            }
        } else if (time.isBefore(EARLIEST)) {
            wrong(pointer, "It lies before 1970-01-02: check the unit that it was converted from.");
        }
    }

    private void entries(String pointer, Map<String, ?> entries) {
        if (entries.size() > MAX_ENTRIES) {
            wrong(pointer, "It has " + entries.size() + " entries; " + MAX_ENTRIES + " are allowed.");
        }
        entries.forEach((name, value) -> {
            if (name.isBlank() || name.length() > MAX_NAME) {
                wrong(pointer, "A name in it is empty or longer than " + MAX_NAME + " characters. Shorten it.");
            }
            if (value == null) {
                wrong(pointer + "/" + escaped(name), "It is null. Leave it out, or send a value.");
            }
        });
    }

    private void attribute(String pointer, String value) {
        if (value != null && value.length() > MAX_ATTRIBUTE) {
            wrong(pointer, "It has " + value.length() + " characters; " + MAX_ATTRIBUTE + " are allowed.");
        }
    }

    private void wrong(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
