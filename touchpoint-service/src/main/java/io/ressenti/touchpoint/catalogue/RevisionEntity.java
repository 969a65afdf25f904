package io.ressenti.touchpoint.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change of a touchpoint. */
@Entity
@Table(name = "touchpoint_revision")
class RevisionEntity {

    /** Which change of which touchpoint. */
    @Embeddable
    record Key(String brand, String code, long revision) {}

    @EmbeddedId
    Key key;

    boolean removed;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    TouchpointDefinition definition;

    /** The change that made {@code touchpoint} what it is now. */
    static RevisionEntity of(TouchpointEntity touchpoint, String changedBy) {
        var row = new RevisionEntity();
        row.key = new Key(touchpoint.key.brand(), touchpoint.key.code(), touchpoint.revision);
        row.removed = touchpoint.removed;
        row.changedAt = touchpoint.changedAt;
        row.changedBy = changedBy;
        row.definition = touchpoint.definition();
        return row;
    }
}
