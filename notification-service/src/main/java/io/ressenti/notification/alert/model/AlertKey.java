package io.ressenti.notification.alert.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * What an alert is about. Per key there is at most one alert that is not resolved.
 *
 * @param rule      code of the rule that fired
 * @param journeyId the customer's journey; null where it is about the customer as a whole
 */
public record AlertKey(String brand, String rule, String customer, String journeyId) {

    /** The order in which rows are locked, everywhere: transactions that lock in one order never wait for each other in a ring. */
    public static final Comparator<AlertKey> LOCK_ORDER = Comparator.comparing(AlertKey::brand)
            .thenComparing(AlertKey::rule)
            .thenComparing(AlertKey::customer)
            .thenComparing(AlertKey::journeyId, Comparator.nullsFirst(Comparator.naturalOrder()));

    public AlertKey {
        Objects.requireNonNull(brand, "brand");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(customer, "customer");
        journeyId = journeyId == null || journeyId.isEmpty() ? null : journeyId;
    }
}
