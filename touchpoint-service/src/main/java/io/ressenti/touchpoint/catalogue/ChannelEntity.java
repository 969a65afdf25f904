package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A channel's row. */
@Entity
@Table(name = "channel")
class ChannelEntity {

    @EmbeddedId
    CatalogueKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> names;

    boolean online;
}
