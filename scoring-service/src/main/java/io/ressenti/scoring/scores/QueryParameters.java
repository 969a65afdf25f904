package io.ressenti.scoring.scores;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.scoring.csv.Format;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request's query parameters, read strictly: what is not understood is refused, and never silently left out of the answer. All
 * methods throw a {@link ProblemException} that says what is wrong with which parameter.
 */
record QueryParameters(Map<String, List<String>> parameters) {

    private static final int MAX_YEAR = 9999;

    /** Refuses parameters that the operation does not know. */
    void allowOnly(Set<String> known) {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> refuse(
                        name,
                        "Unknown parameter. Remove it, or use one of: "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    /** The value; empty where it was not given. */
    Optional<String> value(String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            return refuse(name, "Give this parameter once.");
        }
        if (!values.isEmpty() && values.getFirst().indexOf('\0') >= 0) {
            return refuse(name, "The character U+0000 cannot occur here. Remove it.");
        }
        return values.stream().findFirst();
    }

    /** The one of {@code allowed} whose code was given. */
    <T> Optional<T> oneOf(String name, T[] allowed, Function<T, String> code) {
        return value(name).map(text -> oneOf(name, text, allowed, code));
    }

    /** The one of {@code allowed} whose code is {@code text}. */
    <T> T oneOf(String name, String text, T[] allowed, Function<T, String> code) {
        return Arrays.stream(allowed)
                .filter(candidate -> code.apply(candidate).equals(text))
                .findFirst()
                .orElseGet(() -> refuse(
                        name,
                        "\"" + text + "\" is not one of: "
                                + Arrays.stream(allowed).map(code).collect(Collectors.joining(", ")) + "."));
    }

    /** {@code from} and {@code to}. */
    Window window() {
        var from = time("from");
        var to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            return refuse("to", "The window ends before it starts: \"to\" must be later than \"from\".");
        }
        return new Window(from, to);
    }

    /** {@code limit}: a whole number from 1 to {@code most}. */
    int limit(int usual, int most) {
        return value("limit").map(text -> limit(text, most)).orElse(usual);
    }

    /** {@code format}; where it was not given, what the client accepts. */
    Format format(HttpHeaders headers) {
        return oneOf(Format.PARAMETER, Format.values(), Format::code).orElseGet(() -> Format.of(headers));
    }

    <T> T refuse(String name, String message) {
        throw new ProblemException(Problem.invalid("", "The parameter " + name + " is wrong. " + message));
    }

    private Integer limit(String text, int most) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number that is too small or too large
        }
        return refuse("limit", "It must be a whole number from 1 to " + most + ".");
    }

    private Instant time(String name) {
        return value(name).map(text -> time(name, text)).orElse(null);
    }

    private Instant time(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // refused below, like a year that RFC 3339 does not know
        }
        return refuse(
                name, "\"" + text + "\" is not an RFC 3339 time such as 2026-01-18T22:00:00Z; write \"+\" as %2B.");
    }
}
