package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Stage;
import io.ressenti.touchpoint.catalogue.model.Owner;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A touchpoint's row. */
@Entity
@Table(name = "touchpoint")
class TouchpointEntity {

    @EmbeddedId
    CatalogueKey key;

    long revision;

    boolean removed;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Enumerated(EnumType.STRING)
    Owner owner;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> names;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> channels;

    @JdbcTypeCode(SqlTypes.JSON)
    Promises promises;

    @jakarta.persistence.Column(name = "changed_at")
    Instant changedAt;
}
