package io.ressenti.notification.delivery;

import io.ressenti.contracts.AlertChange;
import java.time.Instant;

/**
 * A delivery as the brand's admin sees it.
 *
 * @param seq           the change's number; also the id of the event on the alert stream
 * @param attempts      how often it was tried
 * @param nextAttemptAt when it is tried next; null unless it is pending
 * @param lastError     why the last attempt failed; null where it did not
 */
public record DeliveryView(
        long seq,
        String alertId,
        AlertChange change,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        String lastError,
        Instant updatedAt) {}
