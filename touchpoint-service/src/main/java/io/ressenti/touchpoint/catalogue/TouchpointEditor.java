package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** Changes one touchpoint at a time. */
@ApplicationScoped
class TouchpointEditor {

    private final TouchpointRepository touchpoints;
    private final CatalogueTransactions transactions;

    TouchpointEditor(TouchpointRepository touchpoints, CatalogueTransactions transactions) {
        this.touchpoints = touchpoints;
        this.transactions = transactions;
    }

    /** Makes the touchpoint be as {@code wanted}; where it already is, nothing changes and nothing is published. */
    Uni<Change<TouchpointDefinition>> put(String brand, String by, TouchpointDefinition wanted) {
        var key = new CatalogueKey(brand, wanted.code());
        return transactions.changing(brand, () -> locked(key).chain(row -> put(row, wanted, edit(brand, by))));
    }

    /** Removes the touchpoint; false where there is none. */
    Uni<Boolean> remove(CatalogueKey key, String by) {
        return transactions.changing(key.brand(), () -> locked(key).chain(row -> remove(row, edit(key.brand(), by))));
    }

    private Uni<TouchpointEntity> locked(CatalogueKey key) {
        return touchpoints.findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Change<TouchpointDefinition>> put(
            TouchpointEntity row, TouchpointDefinition wanted, TouchpointEdit edit) {
        var change = edit.put(row, wanted, "");
        return change.isReal()
                ? apply(change, row, edit).replaceWith(change)
                : Uni.createFrom().item(change);
    }

    private static Uni<Boolean> remove(TouchpointEntity row, TouchpointEdit edit) {
        return row == null || row.removed
                ? Uni.createFrom().item(false)
                : apply(edit.removal(row), row, edit).replaceWith(true);
    }

    private static Uni<Void> apply(Change<TouchpointDefinition> change, TouchpointEntity row, TouchpointEdit edit) {
        var added = edit.apply(change, row).toArray();
        return Panache.getSession().chain(session -> session.persistAll(added));
    }

    private static TouchpointEdit edit(String brand, String by) {
        // After the lock: what somebody else has just promised started before.
        return new TouchpointEdit(brand, by, Instant.now());
    }
}
