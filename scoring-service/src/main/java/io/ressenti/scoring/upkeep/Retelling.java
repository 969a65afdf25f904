package io.ressenti.scoring.upkeep;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.signals.Ledger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Tells of customers whose score is another after a rebuild. The scores made anew are given what was told of the old ones; then
 * the ordinary rule says what is worth telling.
 */
@ApplicationScoped
class Retelling {

    /** Within the transaction that switches over; {@code rebuild.retold} says whom to look at afterwards. */
    static final List<String> KEEP_WHAT_WAS_TOLD = List.of("""
            CREATE TABLE rebuild.retold AS
            SELECT brand, customer, old.told, old.band
            FROM public.customer_score AS old FULL JOIN rebuild.customer_score AS new USING (brand, customer)
            WHERE old.told IS DISTINCT FROM new.told OR old.band IS DISTINCT FROM new.band
            """, """
            INSERT INTO rebuild.customer_score AS kept (brand, customer, told, band)
            SELECT brand, customer, told, band FROM rebuild.retold
            ON CONFLICT (brand, customer) DO UPDATE SET told = EXCLUDED.told, band = EXCLUDED.band
            """);

    private static final int AT_ONCE = 500;

    private static final String NEXT = """
            DELETE FROM rebuild.retold WHERE (brand, customer) IN (
                SELECT brand, customer FROM rebuild.retold ORDER BY brand, customer LIMIT $1)
            RETURNING brand, customer
            """;

    private final Pool pool;
    private final CustomerStates customers;
    private final Ledger ledger;

    Retelling(@ReactiveDataSource(RebuildSchema.DATA_SOURCE) Pool pool, CustomerStates customers, Ledger ledger) {
        this.pool = pool;
        this.customers = customers;
        this.ledger = ledger;
    }

    /** Tells what is worth telling; gives how many customers were looked at. */
    long tell() {
        var looked = 0L;
        for (int batch = AT_ONCE; batch == AT_ONCE; looked += batch) {
            batch = pool.withTransaction(this::tellNext).await().indefinitely();
        }
        return looked;
    }

    private Uni<Integer> tellNext(SqlConnection transaction) {
        return transaction
                .query(SwitchOver.LIVE)
                .execute()
                .chain(() -> transaction.preparedQuery(NEXT).execute(Tuple.of(AT_ONCE)))
                .map(Retelling::customers)
                .call(next ->
                        customers.lock(transaction, next).chain(states -> ledger.revise(transaction, states, Map.of())))
                .map(List::size);
    }

    private static List<CustomerKey> customers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new CustomerKey(row.getString("brand"), row.getString("customer")))
                .toList();
    }
}
