package io.ressenti.notification.alert;

import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Severity;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which alerts are asked for.
 *
 * @param states     in one of these states
 * @param severities of one of these severities
 * @param partner    null where any will do
 * @param touchpoint null where any will do
 */
record AlertFilter(Set<AlertState> states, Set<Severity> severities, String partner, String touchpoint) {

    /**
     * Reads query parameters; {@code state} and {@code severity} may be repeated or hold several names with commas between.
     * Without a state, everything that is not resolved is asked for.
     *
     * @throws ProblemException 422 where a name is unknown
     */
    static AlertFilter of(List<String> state, List<String> severity, String partner, String touchpoint) {
        var states = read("state", AlertState.class, state);
        var severities = read("severity", Severity.class, severity);
        return new AlertFilter(
                states.isEmpty() ? EnumSet.complementOf(EnumSet.of(AlertState.RESOLVED)) : states,
                severities.isEmpty() ? EnumSet.allOf(Severity.class) : severities,
                Parameters.text("partner", partner),
                Parameters.text("touchpoint", touchpoint));
    }

    private static <E extends Enum<E>> Set<E> read(String parameter, Class<E> type, List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> constant(parameter, type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static <E extends Enum<E>> E constant(String parameter, Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.invalid(
                        "",
                        "The parameter " + parameter + " must be one of " + names(type)
                                + ", or several with commas between.")));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
