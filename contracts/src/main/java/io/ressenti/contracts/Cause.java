package io.ressenti.contracts;

/**
 * Why a signal is a bad one: exactly one of {@code answer}, {@code promise} and {@code outcome} is there.
 *
 * @param eventId     id of the client's event
 * @param eventSource source of the client's event
 * @param answer      the answer that was given
 * @param promise     the promise that was broken
 * @param outcome     the outcome that was reported
 */
public record Cause(String eventId, String eventSource, Answer answer, PromiseMeasured promise, Outcome outcome) {}
