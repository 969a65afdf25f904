package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What a feature keeps about customers. Every feature that keeps something implements it. */
public interface CustomerData {

    /**
     * Deletes what was received of {@code erased} up to their erasure, within the transaction of {@code connection}; nothing is
     * stored meanwhile. Doing it again changes nothing.
     */
    Uni<Void> erase(SqlConnection connection, List<CustomerErased> erased);
}
