package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Stage;
import io.ressenti.touchpoint.catalogue.model.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A touchpoint's row. One that was removed stays, so that its revision keeps growing when it returns. */
@Entity
@Table(name = "touchpoint")
class TouchpointEntity extends CatalogueEntity<TouchpointDefinition> {

    long revision;

    boolean removed;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Enumerated(EnumType.STRING)
    Owner owner;

    String partner;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> names;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> channels;

    @JdbcTypeCode(SqlTypes.JSON)
    Promises promises;

    @Column(name = "changed_at")
    Instant changedAt;

    @Override
    TouchpointDefinition definition() {
        return new TouchpointDefinition(key.code(), stage, names, channels, List.of(), owner, partner)
                .promising(promises.made());
    }

    @Override
    void define(TouchpointDefinition definition) {
        stage = definition.stage();
        names = definition.names();
        channels = definition.channels();
        promises = new Promises(definition.promisesMade());
        owner = definition.owner();
        partner = definition.partner();
    }

    @Override
    boolean isPresent() {
        return !removed;
    }
}
