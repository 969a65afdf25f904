package io.ressenti.feedback.erasure;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes what erased customers had said up to then. Erasing again changes nothing. */
@ApplicationScoped
class FeedbackEraser {

    private static final Logger LOG = Logger.getLogger(FeedbackEraser.class);

    /**
     * A statement of its own, which waits for amendments on their way: the next one then sees what they made of the rows. Sorted, so
     * that nobody waits for another in a ring.
     */
    private static final String LOCK = """
            SELECT FROM feedback
            JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS erased (brand, customer)) AS erased
                USING (brand, customer)
            ORDER BY brand, source, id FOR UPDATE OF feedback
            """;

    /** What was amended after the erasure stands, as said after it; of its history, only what was said after it. */
    private static final String DELETE = """
            WITH erased AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, erased_at)
            ), history AS (
                DELETE FROM feedback_revision AS revision USING feedback, erased
                WHERE feedback.brand = erased.brand AND feedback.customer = erased.customer
                  AND feedback.amended_at > erased.erased_at
                  AND revision.brand = feedback.brand AND revision.source = feedback.source AND revision.id = feedback.id
                  AND revision.received_at <= erased.erased_at
            )
            DELETE FROM feedback USING erased
            WHERE feedback.brand = erased.brand AND feedback.customer = erased.customer
              AND coalesce(feedback.amended_at, feedback.received_at) <= erased.erased_at
            """;

    private final Pool pool;
    private final ErasedCustomers customers;

    FeedbackEraser(Pool pool, ErasedCustomers customers) {
        this.pool = pool;
        this.customers = customers;
    }

    /** Erases in one transaction. */
    Uni<Void> erase(List<CustomerErased> erased) {
        return pool.withTransaction(connection -> customers
                        .remember(connection, erased)
                        .chain(() -> lock(connection, erased))
                        .chain(() -> delete(connection, erased)))
                .invoke(deleted -> LOG.infof("event=customers.erased customers=%d feedback=%d", erased.size(), deleted))
                .replaceWithVoid();
    }

    private static Uni<Void> lock(SqlConnection connection, List<CustomerErased> erased) {
        var parameters = Columns.of(erased)
                .text(CustomerErased::brand)
                .text(CustomerErased::customer)
                .toTuple();
        return connection.preparedQuery(LOCK).execute(parameters).replaceWithVoid();
    }

    private static Uni<Integer> delete(SqlConnection connection, List<CustomerErased> erased) {
        var parameters = Columns.of(erased)
                .text(CustomerErased::brand)
                .text(CustomerErased::customer)
                .time(CustomerErased::receivedAt)
                .toTuple();
        return connection.preparedQuery(DELETE).execute(parameters).map(rows -> rows.rowCount());
    }
}
