package io.ressenti.notification.delivery;

import io.ressenti.notification.receiver.Receiver;

/**
 * One change of an alert for one receiver.
 *
 * @param id       the same at every attempt, so that the receiver can tell a repetition
 * @param receiver whom to tell
 * @param body     JSON
 */
public record Message(String id, Receiver receiver, String body) {}
