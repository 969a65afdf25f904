package io.ressenti.console.service;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AlertChange;
import java.time.Instant;

/** What one event of the alert stream says. */
@RegisterForReflection // a frame of a stream of text
public record AlertTold(AlertChange change, Alert alert, Instant receivedAt) {}
