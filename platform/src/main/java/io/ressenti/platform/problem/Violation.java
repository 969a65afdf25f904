package io.ressenti.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place, {@code ""} for the whole document
 * @param message what is wrong there and what to do about it
 */
@RegisterForReflection
public record Violation(String pointer, String message) {}
