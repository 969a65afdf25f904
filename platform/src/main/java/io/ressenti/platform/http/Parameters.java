package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads query parameters; what is wrong with one is answered with 422, by its name. */
public final class Parameters {

    private Parameters() {}

    /** The time in {@code value} (RFC 3339); {@code absent} where there is none. */
    public static Instant time(String name, String value, Instant absent) {
        if (value == null || value.isBlank()) {
            return absent;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, "must be an RFC 3339 time such as 2026-01-18T22:56:59Z (write + as %2B)");
        }
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

    private static ProblemException invalid(String name, String rule) {
        return new ProblemException(Problem.invalid("", "The parameter " + name + " " + rule + "."));
    }
}
