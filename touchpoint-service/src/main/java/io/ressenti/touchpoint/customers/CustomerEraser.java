package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.touchpoint.customers.model.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Says that a person is erased. All identifiers or none: what links them is erased with them, so that a second try would not find
 * those that the first one had left out. Hence the outbox.
 */
@ApplicationScoped
class CustomerEraser {

    private static final String SOURCE = "ressenti/touchpoint-service";

    private final Pool pool;
    private final CustomerLinks links;
    private final Outbox outbox;
    private final OutboxRelay relay;

    CustomerEraser(Pool pool, CustomerLinks links, Outbox outbox, OutboxRelay relay) {
        this.pool = pool;
        this.links = links;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** Erases the person whom {@code identifier} belongs to; gives them once it is committed that every service will hear of it. */
    Uni<Person> erase(String brand, String identifier, Instant now) {
        return pool.withTransaction(connection -> links.person(connection, brand, identifier, Integer.MAX_VALUE)
                        .call(person -> tell(connection, brand, person, now)))
                .invoke(relay::wake);
    }

    private Uni<Void> tell(SqlConnection connection, String brand, Person person, Instant now) {
        var erased = person.identifiers().stream()
                .map(each -> new CustomerErased(UUID.randomUUID().toString(), SOURCE, brand, each, now, now))
                .toList();
        return outbox.add(connection, Topics.CUSTOMERS, erased);
    }
}
