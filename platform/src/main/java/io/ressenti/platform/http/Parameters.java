package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads query parameters; what is wrong with one is answered with 422, by its name. */
public final class Parameters {

    /** Later than any event can be, and a time that PostgreSQL knows. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final int MAX_YEAR = 9999;

    private Parameters() {}

    /** The text in {@code value}; null where there is none. PostgreSQL has no character U+0000, so nothing can match it. */
    public static String text(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.indexOf('\0') >= 0) {
            throw invalid(name, "must not hold the character U+0000");
        }
        return value;
    }

    /** The time in {@code value} (RFC 3339, years 0000 to 9999); {@code absent} where there is none. */
    public static Instant time(String name, String value, Instant absent) {
        if (value == null || value.isBlank()) {
            return absent;
        }
        try {
            var time = OffsetDateTime.parse(value);
            if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw noTime(name);
        }
        throw noTime(name);
    }

    /** The number of items wanted, 1 to {@code most}; {@code most} where none is named. */
    public static int limit(String value, int most) {
        if (value == null || value.isBlank()) {
            return most;
        }
        try {
            var limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw invalid("limit", "must be a whole number from 1 to " + most);
        }
        throw invalid("limit", "must be a whole number from 1 to " + most);
    }

    /** Refuses parameters that are none of {@code known}: a misspelt filter must not be answered with everything. */
    public static void refuseUnknown(UriInfo request, String... known) {
        var names = List.of(known);
        for (String name : request.getQueryParameters().keySet()) {
            if (!names.contains(name)) {
                throw new ProblemException(Problem.invalid(
                        "",
                        "There is no parameter \"" + name + "\" here. "
                                + (names.isEmpty()
                                        ? "None is known."
                                        : "Known are " + String.join(", ", names) + ".")));
            }
        }
    }

    /**
     * Whether the parameter {@code name} is "true"; no where it is left out. One without a value is refused: it may mean either, and
     * a {@code @QueryParam} would hide it.
     */
    public static boolean flag(UriInfo request, String name) {
        var values = request.getQueryParameters().get(name);
        if (values == null || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw invalid(name, "must be true or false");
    }

    /** The constant of {@code type} that {@code value} names; {@code absent} where it names none. */
    public static <E extends Enum<E>> E choice(String name, String value, Class<E> type, E absent) {
        if (value == null || value.isBlank()) {
            return absent;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static ProblemException noTime(String name) {
        return invalid(name, "must be an RFC 3339 time such as 2026-01-18T22:56:59Z (write + as %2B)");
    }

    private static ProblemException invalid(String name, String rule) {
        return new ProblemException(Problem.invalid("", "The parameter " + name + " " + rule + "."));
    }
}
