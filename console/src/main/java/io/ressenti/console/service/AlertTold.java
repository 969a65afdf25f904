package io.ressenti.console.service;

import io.ressenti.contracts.AlertChange;
import java.time.Instant;

/** What one event of the alert stream says. */
public record AlertTold(AlertChange change, Alert alert, Instant receivedAt) {}
