package io.ressenti.scoring.upkeep;

import io.ressenti.contracts.SignalKind;
import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.customers.CustomerScoreRow;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.Moment;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compares every customer's score with the signals that it is made of. The model adds them up, one customer after the other, as
 * they come out of a cursor: memory is bounded, however many there are.
 */
@ApplicationScoped
class CustomerComparison {

    static final String TABLE = "customer_score";

    private static final int SIGNALS_AT_ONCE = 10_000;
    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private static final String SIGNALS = """
            SELECT brand, customer, occurred_at, ordinal, id, kind, value, weight FROM signal ORDER BY brand, customer
            """;

    private static final String STORED = """
            SELECT customer_score.* FROM customer_score
                JOIN unnest($1::text[], $2::text[]) AS wanted (brand, customer) USING (brand, customer)
            WHERE n > 0
            """;

    /** Scores of customers who have no signal. */
    private static final String UNFOUNDED = """
            SELECT count(*) AS differences FROM customer_score AS kept
            WHERE n > 0 AND NOT EXISTS (
                SELECT FROM signal WHERE signal.brand = kept.brand AND signal.customer = kept.customer)
            """;

    TableReport compare(SqlConnection snapshot) {
        var tally = new ScoreTally();
        Map<CustomerKey, CustomerScore> recomputed = new LinkedHashMap<>();
        var statement = snapshot.prepareAndAwait(SIGNALS);
        var cursor = statement.cursor();
        do {
            for (var row : cursor.readAndAwait(SIGNALS_AT_ONCE)) {
                var customer = customer(row);
                // Signals come customer by customer: who is complete shows where the next one begins.
                if (recomputed.size() == CUSTOMERS_AT_ONCE && !recomputed.containsKey(customer)) {
                    compare(snapshot, recomputed, tally);
                    recomputed.clear();
                }
                recomputed.merge(customer, score(row), CustomerScore::merge);
            }
        } while (cursor.hasMore());
        compare(snapshot, recomputed, tally);
        statement.closeAndAwait();
        tally.unfounded(unfounded(snapshot));
        return tally.report(TABLE);
    }

    private static void compare(SqlClient snapshot, Map<CustomerKey, CustomerScore> recomputed, ScoreTally tally) {
        var stored = stored(snapshot, recomputed.keySet());
        recomputed.forEach((customer, score) -> tally.add(customer, stored.get(customer), score));
    }

    private static Map<CustomerKey, CustomerScore> stored(SqlClient snapshot, Collection<CustomerKey> customers) {
        var keys = Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .toTuple();
        Map<CustomerKey, CustomerScore> stored = new HashMap<>();
        for (var row : snapshot.preparedQuery(STORED).executeAndAwait(keys)) {
            stored.put(customer(row), CustomerScoreRow.score(row));
        }
        return stored;
    }

    private static long unfounded(SqlClient snapshot) {
        return snapshot.query(UNFOUNDED).executeAndAwait().iterator().next().getLong("differences");
    }

    private static CustomerKey customer(Row row) {
        return new CustomerKey(row.getString("brand"), row.getString("customer"));
    }

    private static CustomerScore score(Row row) {
        var moment = new Moment(
                row.getDouble("value"),
                Columns.instant(row, "occurred_at"),
                row.getInteger("ordinal"),
                row.getUUID("id"));
        var stated = SignalKind.valueOf(row.getString("kind")).stated();
        return CustomerScore.of(moment, row.getDouble("weight"), stated);
    }
}
