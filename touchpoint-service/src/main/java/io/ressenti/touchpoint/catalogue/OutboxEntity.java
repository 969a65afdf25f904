package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.event.EventCodec;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row of the platform's outbox, as an entity: a Hibernate session shows its connection to nobody, so an event that shall be
 * committed together with an entity has to be one itself.
 */
@Entity
@Table(name = "outbox")
class OutboxEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String topic;

    String key;

    @Column(name = "event_id")
    String eventId;

    String type;

    String source;

    String brand;

    Instant time;

    String payload;

    static OutboxEntity of(TouchpointCatalogued event) {
        var row = new OutboxEntity();
        row.topic = Topics.CATALOGUE;
        row.key = EventCodec.keyOf(event);
        row.eventId = event.id();
        row.type = EventCodec.typeOf(event.getClass());
        row.source = event.source();
        row.brand = event.brand();
        row.time = event.occurredAt();
        row.payload = EventCodec.toJson(event);
        return row;
    }
}
