package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A channel's row. */
@Entity
@Table(name = "channel")
class ChannelEntity extends CatalogueEntity<ChannelDefinition> {

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> names;

    boolean online;

    @Override
    ChannelDefinition definition() {
        return new ChannelDefinition(key.code(), names, online);
    }

    @Override
    void define(ChannelDefinition definition) {
        names = definition.names();
        online = definition.online();
    }
}
