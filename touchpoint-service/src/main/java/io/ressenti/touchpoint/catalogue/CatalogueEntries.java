package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.problem.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * What requests do with entries of every kind, partners for instance.
 *
 * @param kind how to call one of them to clients
 * @param row  makes an empty row
 */
record CatalogueEntries<D extends Definition<D>, E extends CatalogueEntity<D>>(
        String kind, CatalogueRepository<E> repository, Supplier<E> row) {

    /** One page, by code. */
    Uni<Page<D>> list(String brand, String cursor, String wanted) {
        var limit = CatalogueRequests.limit(wanted);
        var after = CatalogueRequests.after(cursor, "", CatalogueRequests::code);
        return Panache.withSession(() -> repository.after(brand, after, limit + 1))
                .map(found -> found.stream().map(CatalogueEntity::definition).toList())
                .map(found -> CatalogueRequests.page(found, limit, Definition::code));
    }

    /** Ends with 404 where it is not there. */
    Uni<D> get(CatalogueKey key) {
        var found = Panache.withSession(() -> repository.findById(key))
                .map(entry -> entry == null || !entry.isPresent() ? null : entry.definition());
        return CatalogueRequests.orNotFound(found, kind, key.code());
    }

    /** Adds or changes it. */
    Uni<Response> put(CatalogueKey key, D request) {
        var wanted = CatalogueRequests.checked(request, key.code());
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> save(key, wanted)))
                // Somebody else added the same code at once: the second time it is found, and changed.
                .onFailure(Failures::isUniqueViolation)
                .retry()
                .atMost(1)
                .map(CatalogueRequests::saved);
    }

    /** Removes it; ends with 404 where it is not there. */
    Uni<Response> delete(CatalogueKey key) {
        return Panache.withTransaction(() -> locked(key).chain(this::remove))
                .map(done -> CatalogueRequests.deleted(done, kind, key.code()));
    }

    /** Whoever deletes it at the same moment goes first: what is gone can be neither changed nor deleted. */
    private Uni<E> locked(CatalogueKey key) {
        return repository.findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Boolean> remove(E entry) {
        return entry == null
                ? Uni.createFrom().item(false)
                : repository.delete(entry).replaceWith(true);
    }

    private Uni<Change<D>> save(CatalogueKey key, D wanted) {
        return locked(key).chain(found -> found == null ? add(key, wanted) : change(found, wanted));
    }

    private Uni<Change<D>> add(CatalogueKey key, D wanted) {
        return repository
                .persist(CatalogueEntity.of(row, key, wanted))
                .replaceWith(new Change<>(key.code(), null, wanted));
    }

    private Uni<Change<D>> change(E entry, D wanted) {
        var change = new Change<>(wanted.code(), entry.definition(), wanted);
        entry.define(wanted);
        return Uni.createFrom().item(change);
    }
}
