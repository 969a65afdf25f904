package io.ressenti.scoring.upkeep;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works out everything that is kept from the stored signals, merges and erasures, and compares. Each table is read in one snapshot with
 * what it follows from, so that it is exact while events go on to arrive; and in a snapshot of its own, for as long as there is one
 * PostgreSQL cleans up nothing.
 */
@ApplicationScoped
class Verification implements UpkeepTask {

    static final String NAME = "verification";

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String SIGNALS = "SELECT count(*) AS signals FROM signal";

    private final Pool pool;
    private final Map<String, Function<SqlConnection, TableReport>> comparisons = new LinkedHashMap<>();

    Verification(Pool pool, TableComparison tables, CustomerComparison customers, PersonComparison persons) {
        this.pool = pool;
        SumTable.ALL.forEach(table ->
                comparisons.put(table.name(), snapshot -> tables.compare(snapshot, table.name(), table.comparison())));
        comparisons.put(CustomerComparison.TABLE, customers::compare);
        comparisons.put(PersonComparison.TABLE, persons::compare);
        RowRule.ALL.forEach(rule ->
                comparisons.put(rule.name(), snapshot -> tables.compare(snapshot, rule.name(), rule.comparison())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public VerificationReport perform(UpkeepRun run, Consumer<String> step) {
        List<TableReport> tables = comparisons.entrySet().stream()
                .map(comparison -> {
                    step.accept(comparison.getKey());
                    return inSnapshot(comparison.getValue());
                })
                .toList();
        return new VerificationReport(inSnapshot(Verification::signals), tables);
    }

    private <T> T inSnapshot(Function<SqlConnection, T> read) {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            connection.query(SNAPSHOT).executeAndAwait();
            var found = read.apply(connection);
            transaction.rollbackAndAwait();
            return found;
        } finally {
            connection.closeAndAwait();
        }
    }

    private static long signals(SqlConnection snapshot) {
        return snapshot.query(SIGNALS).executeAndAwait().iterator().next().getLong("signals");
    }
}
