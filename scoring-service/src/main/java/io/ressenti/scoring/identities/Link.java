package io.ressenti.scoring.identities;

import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.scoring.model.CustomerKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A merge or an un-merge.
 *
 * @param into what {@code customer} was merged into; null in an un-merge
 */
record Link(
        String brand, String source, String id, String customer, String into, Instant occurredAt, Instant receivedAt) {

    private static final Comparator<Link> WHICH_STAYS = Comparator.comparing(Link::receivedAt)
            .thenComparing(Link::occurredAt)
            .thenComparing(Link::customer)
            .thenComparing(Link::into, Comparator.nullsFirst(Comparator.naturalOrder()));

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

    /** Of links that claim to be the same the one that stays, whichever comes first: the one received first. */
    static List<Link> oneOfEach(Collection<Link> links) {
        return List.copyOf(links.stream()
                .collect(Collectors.toMap(
                        link -> List.of(link.brand, link.source, link.id),
                        Function.identity(),
                        BinaryOperator.minBy(WHICH_STAYS),
                        LinkedHashMap::new))
                .values());
    }

    /** The same where it is void: it stands for its identity, and names nobody. */
    Link voided() {
        return new Link(brand, source, id, null, null, occurredAt, receivedAt);
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
