package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.EventKey;
import java.time.Instant;

/** Where the signals stand of a version that a better one has replaced. */
record Superseded(EventKey key, CustomerKey customer, Instant occurredAt) {}
