package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Instant;

/** A brand's catalogue as one document: read, shown, compared, put. */
@ApplicationScoped
class CatalogueDocuments {

    private final StoredCatalogues catalogues;
    private final CatalogueTransactions transactions;
    private final Validator validator;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final Differ differ;

    CatalogueDocuments(
            StoredCatalogues catalogues,
            CatalogueTransactions transactions,
            Validator validator,
            ObjectMapper json,
            Vertx vertx) {
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.validator = validator;
        this.json = json;
        this.vertx = vertx;
        this.differ = new Differ(json);
    }

    /**
     * The document in {@code body}; fails with 400 or 422 and every place that is wrong. Megabytes take a while to read, so an
     * event loop does not.
     */
    Uni<CatalogueDocument> read(byte[] body, JsonFactory format) {
        return vertx.executeBlocking(
                () -> new DocumentReading(SourceTree.parse(body, format), json, validator).document());
    }

    /** The brand's catalogue, as far as somebody has described it. */
    Uni<CatalogueDocument> show(String brand) {
        return Panache.withSession(() -> catalogues.described(brand)).map(StoredCatalogue::document);
    }

    /** Tells what {@link #put} would change. */
    Uni<CatalogueDiff> compare(String brand, String by, CatalogueDocument document) {
        return Panache.withTransaction(() -> catalogues.locked(brand, document))
                .map(stored -> DocumentChanges.of(document, stored, edit(brand, by)))
                .map(changes -> changes.diff(differ, true));
    }

    /** Makes the brand's catalogue be as {@code document}, wholly or not at all, and tells what that has changed. */
    Uni<CatalogueDiff> put(String brand, String by, CatalogueDocument document) {
        return transactions.changing(
                brand,
                () -> catalogues.locked(brand, document).chain(stored -> put(stored, document, edit(brand, by))));
    }

    /** As {@link #put}; ends with 409 where the brand has a catalogue already. */
    Uni<CatalogueDiff> start(String brand, String by, CatalogueDocument document) {
        return transactions.changing(brand, () -> catalogues
                .locked(brand, document)
                .invoke(CatalogueDocuments::checkEmpty)
                .chain(stored -> put(stored, document, edit(brand, by))));
    }

    private Uni<CatalogueDiff> put(StoredCatalogue stored, CatalogueDocument document, TouchpointEdit edit) {
        var changes = DocumentChanges.of(document, stored, edit);
        var diff = changes.diff(differ, false);
        return changes.apply(stored, edit).replaceWith(diff);
    }

    private static void checkEmpty(StoredCatalogue stored) {
        if (!stored.isEmpty()) {
            throw new ProblemException(
                    Problem.conflict("The brand has a catalogue already, and a template only starts an empty one. Take"
                            + " what you need from the template's document, and put it with PUT /api/v1/catalogue."));
        }
    }

    private static TouchpointEdit edit(String brand, String by) {
        // After the rows are locked: what somebody else has just promised started before.
        return new TouchpointEdit(brand, by, Instant.now());
    }
}
