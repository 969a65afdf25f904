package io.ressenti.scoring.identities;

import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.scoring.model.CustomerKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A merge or an un-merge.
 *
 * @param into what {@code customer} was merged into; null in an un-merge
 */
record Link(
        String brand, String source, String id, String customer, String into, Instant occurredAt, Instant receivedAt) {

    Link {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    static Link of(CustomersMerged event) {
        return new Link(
                event.brand(),
                event.source(),
                event.id(),
                event.customer(),
                event.into(),
                event.occurredAt(),
                event.receivedAt());
    }

    static Link of(CustomersUnmerged event) {
        return new Link(
                event.brand(),
                event.source(),
                event.id(),
                event.customer(),
                null,
                event.occurredAt(),
                event.receivedAt());
    }

    /** Whom it names. */
    Stream<CustomerKey> names() {
        return Stream.of(customer, into).filter(name -> name != null).map(name -> new CustomerKey(brand, name));
    }

    /** Whether it names somebody who was erased after it was received. */
    boolean isVoid(Map<CustomerKey, Instant> erasures) {
        return names().anyMatch(name -> erasures.containsKey(name) && !receivedAt.isAfter(erasures.get(name)));
    }
}
