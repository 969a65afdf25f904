package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.sql.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The parameters of a statement that deletes: brands, customers, and up to when. */
public final class ErasedColumns {

    private ErasedColumns() {}

    /** For {@code unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, erased_at)}. */
    public static Tuple of(List<CustomerErased> erased) {
        return Columns.of(erased)
                .text(CustomerErased::brand)
                .text(CustomerErased::customer)
                .time(CustomerErased::receivedAt)
                .toTuple();
    }
}
