package io.ressenti.scoring.upkeep;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.ressenti.contracts.Band;
import io.ressenti.platform.problem.Failures;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.model.ToldScore;
import io.ressenti.scoring.signals.Ledger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Tells of customers whose score is another after a rebuild. Of scores that were made anew nothing was told; each is given what was
 * told of the one that it replaces, and the ordinary rule says what is worth telling. The scores that were replaced stay in a schema
 * of their own until that is done: one that was cut short is taken up again, and what it has done changes nothing any more.
 */
@ApplicationScoped
class Retelling implements UpkeepTask {

    static final String NAME = "retelling";

    private static final String DUE = "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'replaced') AS due";

    /** Who has a score of which nothing was told yet. Who is told of by live scoring meanwhile needs no more. */
    private static final String UNTOLD = """
            SELECT now.brand, now.customer, old.told, old.band
            FROM customer_score AS now
                LEFT JOIN replaced.customer_score AS old ON old.brand = now.brand AND old.customer = now.customer
            WHERE (now.brand, now.customer) > ($1, $2) AND now.band IS NOT NULL AND now.told IS NULL
            ORDER BY now.brand, now.customer
            LIMIT $3
            """;

    /** Who had a score that was told of, and has none any more. */
    private static final String GONE = """
            SELECT old.brand, old.customer, old.told, old.band
            FROM replaced.customer_score AS old
                LEFT JOIN customer_score AS now ON now.brand = old.brand AND now.customer = old.customer
            WHERE (old.brand, old.customer) > ($1, $2) AND old.told IS NOT NULL AND now.band IS NULL
            ORDER BY old.brand, old.customer
            LIMIT $3
            """;

    private static final String DROP = "DROP SCHEMA replaced CASCADE";

    private static final CustomerKey BEFORE_ALL = new CustomerKey("", "");
    private static final int AT_ONCE = 500;
    private static final int RETRIES = 10;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final Pool pool;
    private final UpkeepRuns runs;
    private final CustomerStates customers;
    private final Ledger ledger;

    Retelling(
            @ReactiveDataSource(RebuildSchema.DATA_SOURCE) Pool pool,
            UpkeepRuns runs,
            CustomerStates customers,
            Ledger ledger) {
        this.pool = pool;
        this.runs = runs;
        this.customers = customers;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Report perform(UpkeepRun run, Consumer<String> step) {
        return new Report(finish(run));
    }

    /** How many customers were looked at. */
    record Report(long reviewed) {}

    /** Whether a rebuild has left somebody who may have to be told of. */
    Uni<Boolean> isDue() {
        return pool.query(DUE).execute().map(rows -> rows.iterator().next().getBoolean("due"));
    }

    /** Tells what is still worth telling, if anything; gives how many customers were looked at. */
    long finish(UpkeepRun run) {
        if (!isDue().await().indefinitely()) {
            return 0;
        }
        var looked = walk(UNTOLD) + walk(GONE);
        runs.fenced(run, () -> pool.query(DROP).executeAndAwait());
        return looked;
    }

    private long walk(String next) {
        var looked = 0L;
        var last = BEFORE_ALL;
        while (last != null) {
            var told = tellNext(next, last).await().indefinitely();
            looked += told.size();
            last = told.size() < AT_ONCE ? null : told.lastEntry().getKey();
        }
        return looked;
    }

    private Uni<SequencedMap<CustomerKey, ToldScore>> tellNext(String next, CustomerKey last) {
        return pool.withTransaction(transaction -> transaction
                        .query(SwitchOver.LIVE)
                        .execute()
                        .chain(() -> transaction
                                .preparedQuery(next)
                                .execute(Tuple.of(last.brand(), last.customer(), AT_ONCE)))
                        .map(Retelling::told)
                        .call(told -> tell(transaction, told)))
                .onFailure(Failures::isTransient)
                .retry()
                .withBackOff(FIRST_BACKOFF)
                .atMost(RETRIES);
    }

    private Uni<Void> tell(SqlConnection transaction, Map<CustomerKey, ToldScore> told) {
        return customers.lock(transaction, told.keySet()).chain(states -> {
            var given = given(states, told);
            Map<CustomerKey, CustomerState> known = new HashMap<>(states);
            known.putAll(given);
            return customers.write(transaction, given).chain(() -> ledger.revise(transaction, known, Map.of()));
        });
    }

    /** Those of whom nothing was told yet, with what was told of the scores that they replace. */
    private static Map<CustomerKey, CustomerState> given(
            Map<CustomerKey, CustomerState> states, Map<CustomerKey, ToldScore> told) {
        Map<CustomerKey, CustomerState> given = new HashMap<>();
        told.forEach((customer, before) -> {
            var state = states.get(customer);
            if (before != null && state.told() == null) {
                given.put(customer, new CustomerState(state.person(), state.score(), state.atRisk(), before));
            }
        });
        return given;
    }

    /** Customers in order; the value is null where nothing was told. */
    private static SequencedMap<CustomerKey, ToldScore> told(RowSet<Row> rows) {
        SequencedMap<CustomerKey, ToldScore> told = new LinkedHashMap<>();
        for (var row : rows) {
            var experienced = row.getDouble("told");
            told.put(
                    new CustomerKey(row.getString("brand"), row.getString("customer")),
                    experienced == null ? null : new ToldScore(experienced, Band.valueOf(row.getString("band"))));
        }
        return told;
    }
}
