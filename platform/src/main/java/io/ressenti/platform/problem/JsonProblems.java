package io.ressenti.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what Jackson found into words for the client: the place, what is wrong, what to do. Never a class name. */
public final class JsonProblems {

    private JsonProblems() {}

    /** The problem for a body that Jackson could not read. */
    public static Problem of(JacksonException failure) {
        var pointer = pointer(failure);
        var message = message(failure);
        if (isMissing(failure)) {
            return Problem.invalid(pointer, message);
        }
        return Problem.malformed(message + at(failure.getLocation()))
                .withErrors(List.of(new Violation(pointer, message)));
    }

    private static String orUse(String known) {
        return known.isEmpty() ? "" : ", or use one of: " + known;
    }

    private static String message(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "Unknown field \"" + Excerpt.of(unknown.getPropertyName()) + "\". Remove it"
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.collectingAndThen(Collectors.joining(", "), JsonProblems::orUse))
                        + ".";
            case InvalidFormatException format ->
                "\"" + Excerpt.of(String.valueOf(format.getValue())) + "\" is not " + expected(format.getTargetType())
                        + ".";
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                "Something stands after the end of the JSON value. Remove it.";
            case MismatchedInputException missing
            when missing.getOriginalMessage().startsWith("Cannot map `null`") ->
                "The value is missing: expected " + expected(missing.getTargetType()) + ".";
            case MismatchedInputException missing
            when isMissing(missing) ->
                "The field is missing: expected " + expected(missing.getTargetType()) + " or null.";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null ->
                "The value has the wrong type: expected " + expected(mismatch.getTargetType()) + ".";
            case JsonMappingException mapping
            when mapping.getCause() instanceof ProblemException problem ->
                problem.problem().detail();
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonParseException syntax -> message(syntax);
            case JsonMappingException mapping -> "The value cannot be read here.";
            case JsonParseException duplicate
            when duplicate.getOriginalMessage().startsWith("Duplicate field") ->
                "A field stands there twice. Send each field once.";
            default -> "This is not valid JSON.";
        };
    }

    /** A field that must be there, be it null: what is there can be read. */
    private static boolean isMissing(JacksonException failure) {
        return failure.getOriginalMessage() != null
                && failure.getOriginalMessage().startsWith("Missing required creator property");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "an RFC 3339 time such as 2026-01-18T22:56:59Z";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return "an object";
    }

    private static String pointer(JacksonException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream().map(JsonProblems::segment).collect(Collectors.joining());
    }

    private static String segment(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null
                ? "/" + reference.getIndex()
                : "/" + reference.getFieldName().replace("~", "~0").replace("/", "~1");
    }

    private static String at(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " Line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
