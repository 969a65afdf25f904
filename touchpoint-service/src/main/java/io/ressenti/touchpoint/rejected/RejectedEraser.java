package io.ressenti.touchpoint.rejected;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.customers.CustomerData;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes what was not taken in of erased customers, as it came or as somebody repaired it. */
@ApplicationScoped
class RejectedEraser implements CustomerData {

    private static final String DELETE = """
            DELETE FROM rejected
            USING unnest($1::text[], $2::uuid[], $3::timestamptz[]) AS erased (brand, customer, erased_at)
            WHERE rejected.brand = erased.brand AND rejected.customers @> ARRAY[erased.customer]
              AND rejected.first_at <= erased.erased_at
            """;

    @Override
    public Uni<Void> erase(SqlConnection connection, List<CustomerErased> erased) {
        var parameters = Columns.of(erased)
                .text(CustomerErased::brand)
                .uuid(one -> Pseudonym.of(one.brand(), one.customer()))
                .time(CustomerErased::receivedAt)
                .toTuple();
        return connection.preparedQuery(DELETE).execute(parameters).replaceWithVoid();
    }
}
