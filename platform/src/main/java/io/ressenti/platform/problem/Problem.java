package io.ressenti.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;

/**
 * A problem as in RFC 9457: what went wrong and what the client can do about it.
 *
 * @param type   stable identifier, {@code urn:ressenti:problem:<kind>}
 * @param title  short name of the kind of problem, the same for every occurrence
 * @param status HTTP status
 * @param detail what is wrong this time, and the remedy
 * @param errors the places that are wrong; left out where there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record Problem(URI type, String title, int status, String detail, List<Violation> errors) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What the type of every problem starts with. */
    public static final String TYPE_PREFIX = "urn:ressenti:problem:";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem without places; {@code kind} is the last part of its type, in kebab case. */
    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem(URI.create(TYPE_PREFIX + kind), title, status, detail, List.of());
    }

    /** The kind of problem: the last part of its type. */
    public String kind() {
        return type.toString().substring(TYPE_PREFIX.length());
    }

    /** The same problem, with the places that are wrong. */
    public Problem withErrors(List<Violation> places) {
        return new Problem(type, title, status, detail, places);
    }

    /** 400: the body cannot be read as JSON of the expected shape. */
    public static Problem malformed(String detail) {
        return of(400, "malformed-request", "The request cannot be read", detail);
    }

    /** 422: the body can be read, and breaks a rule. */
    public static Problem invalid(List<Violation> errors) {
        var detail = errors.size() == 1
                ? errors.getFirst().message()
                : errors.size() + " things are wrong; see errors. Correct them and send it again.";
        return of(422, "invalid", "The request breaks a rule", detail).withErrors(errors);
    }

    /** 422: one place breaks a rule. */
    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new Violation(pointer, message)));
    }

    /** 401: no credentials, or none that are valid here. */
    public static Problem unauthorized() {
        return of(
                401,
                "unauthorized",
                "Who is asking?",
                "Send the header \"Authorization: Bearer <API key or token>\" with a key or token that is valid here.");
    }

    /** 403: valid credentials that are not enough. */
    public static Problem forbidden() {
        return of(
                403,
                "forbidden",
                "This key or token may not do that",
                "The key or token is valid, but lacks the role or the brand that this needs. Ask for one that has it.");
    }

    /** 404. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is no such thing", detail);
    }

    /** 409. */
    public static Problem conflict(String detail) {
        return of(409, "conflict", "The request contradicts the current state", detail);
    }

    /** 412: it is no longer what the client wants to change. */
    public static Problem preconditionFailed(String detail) {
        return of(412, "precondition-failed", "It has changed since", detail);
    }

    /** 413: {@code limit} in words, "5 MB" for instance. */
    public static Problem tooLarge(String limit) {
        return of(
                413,
                "too-large",
                "The body is too large",
                "The body is larger than " + limit + ". Send it in several smaller requests.");
    }

    /** 415: a Content-Type that is not taken. */
    public static Problem unsupportedMediaType() {
        return of(
                415,
                "unsupported-media-type",
                "Not in this format",
                "Set Content-Type to one of those that /q/openapi names for this path.");
    }

    /** 503: Kafka or PostgreSQL is away. Nothing was changed as far as the client is concerned: sending again is safe. */
    public static Problem unavailable() {
        return of(
                503,
                "unavailable",
                "The service cannot take this right now",
                "Nothing was confirmed. Send the same request again after the time in Retry-After: it counts once.");
    }
}
