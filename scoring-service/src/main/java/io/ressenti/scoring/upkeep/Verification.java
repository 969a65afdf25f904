package io.ressenti.scoring.upkeep;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Works out every sum and every customer's score from the stored signals, and compares them with what is kept. All is read in one
 * snapshot, so that it is exact while events go on to arrive.
 */
@ApplicationScoped
class Verification implements UpkeepTask {

    static final String NAME = "verification";

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String SIGNALS = "SELECT count(*) AS signals FROM signal";

    private final Pool pool;
    private final SumComparison sums;
    private final CustomerComparison customers;
    private final PersonComparison persons;

    Verification(Pool pool, SumComparison sums, CustomerComparison customers, PersonComparison persons) {
        this.pool = pool;
        this.sums = sums;
        this.customers = customers;
        this.persons = persons;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public VerificationReport perform(UpkeepRun run, Consumer<String> step) {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            connection.query(SNAPSHOT).executeAndAwait();
            var report = compare(connection, step);
            transaction.rollbackAndAwait();
            return report;
        } finally {
            connection.closeAndAwait();
        }
    }

    private VerificationReport compare(SqlConnection snapshot, Consumer<String> step) {
        List<TableReport> tables = new ArrayList<>();
        for (var table : SumTable.ALL) {
            step.accept(table.name());
            tables.add(sums.compare(snapshot, table));
        }
        step.accept(CustomerComparison.TABLE);
        tables.add(customers.compare(snapshot));
        step.accept(PersonComparison.TABLE);
        tables.add(persons.compare(snapshot));
        return new VerificationReport(signals(snapshot), tables);
    }

    private static long signals(SqlConnection snapshot) {
        return snapshot.query(SIGNALS).executeAndAwait().iterator().next().getLong("signals");
    }
}
