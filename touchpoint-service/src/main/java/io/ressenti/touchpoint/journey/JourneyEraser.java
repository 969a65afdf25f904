package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.touchpoint.customers.CustomerData;
import io.ressenti.touchpoint.customers.ErasedColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes the lines of erased customers, their ids, and what they were counted in. */
@ApplicationScoped
class JourneyEraser implements CustomerData {

    /** Their ids are forgotten too: what is sent again after the erasure counts. */
    private static final String DELETE = """
            WITH gone AS (
                DELETE FROM journey_entry AS line
                USING unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, erased_at)
                WHERE line.brand = erased.brand AND line.customer = erased.customer
                  AND (line.received_at IS NULL OR line.received_at <= erased.erased_at)
                RETURNING line.brand, line.kind, line.source, line.id, line.journey_id, line.customer
            ), forgotten AS (
                DELETE FROM seen_event AS seen USING gone
                WHERE seen.brand = gone.brand AND seen.kind = gone.kind AND seen.source = gone.source AND seen.id = gone.id
            )
            SELECT DISTINCT brand, journey_id, customer FROM gone
            """;

    @Override
    public Uni<Void> erase(SqlConnection connection, List<CustomerErased> erased) {
        return connection
                .preparedQuery(DELETE)
                .execute(ErasedColumns.of(erased))
                .map(JourneyKey::in)
                .chain(journeys -> JourneySums.again(connection, journeys));
    }
}
