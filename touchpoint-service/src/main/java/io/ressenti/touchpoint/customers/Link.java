package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.platform.privacy.Mention;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said about whom an identifier belongs to.
 *
 * @param customer the identifier; null where an erasure made void what was said
 * @param into     the identifier that it was merged into; null where it was un-merged
 */
record Link(
        String brand,
        String customer,
        Instant occurredAt,
        Instant receivedAt,
        String eventId,
        String source,
        String into) {

    /** Empty for an erasure. */
    static Optional<Link> of(CustomerEvent event) {
        return switch (event) {
            case CustomersMerged merged -> Optional.of(of(merged, merged.into()));
            case CustomersUnmerged unmerged -> Optional.of(of(unmerged, null));
            case CustomerErased erased -> Optional.empty();
        };
    }

    /** The same where it is void: it stands for its identity, and names nobody. */
    Link voided() {
        return new Link(brand, null, occurredAt, receivedAt, eventId, source, null);
    }

    Mention mention() {
        return new Mention(brand, customer, receivedAt);
    }

    /** Whom it was merged into; the same as {@link #mention()} where it was un-merged. */
    Mention mentionOfOther() {
        return new Mention(brand, into == null ? customer : into, receivedAt);
    }

    private static Link of(CustomerEvent event, String into) {
        return new Link(
                event.brand(),
                event.customer(),
                event.occurredAt(),
                event.receivedAt(),
                event.id(),
                event.source(),
                into);
    }
}
