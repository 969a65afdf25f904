package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.event.EventCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The platform's outbox, within the transaction of a Hibernate session, whose connection nobody else can reach. */
@ApplicationScoped
class SessionOutbox {

    private static final String INSERT = """
            INSERT INTO outbox (topic, key, event_id, type, source, brand, time, payload)
            VALUES (:topic, :key, :eventId, :type, :source, :brand, :time, :payload)
            """;

    /** Adds an event; it leaves once the transaction is committed. */
    Uni<Void> add(TouchpointCatalogued event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("topic", Topics.CATALOGUE)
                        .setParameter("key", EventCodec.keyOf(event))
                        .setParameter("eventId", event.id())
                        .setParameter("type", EventCodec.typeOf(event.getClass()))
                        .setParameter("source", event.source())
                        .setParameter("brand", event.brand())
                        .setParameter("time", event.occurredAt())
                        .setParameter("payload", EventCodec.toJson(event))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
