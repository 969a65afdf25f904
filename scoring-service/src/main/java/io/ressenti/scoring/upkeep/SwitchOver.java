package io.ressenti.scoring.upkeep;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The moment at which what was made anew takes the place of what was there: one transaction, in which everybody else waits. */
@ApplicationScoped
class SwitchOver {

    /** Has the connection's transaction see the live tables. */
    static final String LIVE = "SET LOCAL search_path TO public";

    private static final String DURABLY = "SET LOCAL synchronous_commit TO on";

    private final Pool pool;
    private final RebuildSchema schema;
    private final Recount recount;
    private final UpkeepRuns runs;

    SwitchOver(
            @ReactiveDataSource(RebuildSchema.DATA_SOURCE) Pool pool,
            RebuildSchema schema,
            Recount recount,
            UpkeepRuns runs) {
        this.pool = pool;
        this.schema = schema;
        this.recount = recount;
        this.runs = runs;
    }

    /**
     * Switches over.
     *
     * @return how many events are lost by that; empty where the tables are in use, and nothing was done
     * @throws UpkeepFailedException where events would be lost and {@code force} is not set
     */
    Optional<Long> attempt(UpkeepRun run, TopicReader reader, boolean force) {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.beginAndAwait();
            connection.query(LIVE).executeAndAwait();
            connection.query(DURABLY).executeAndAwait();
            if (!schema.tryLock(connection)) {
                transaction.rollbackAndAwait();
                return Optional.empty();
            }
            var lost = completeAndSwitch(connection, run, reader, force);
            transaction.commitAndAwait();
            return Optional.of(lost);
        } finally {
            connection.closeAndAwait(); // an open transaction is rolled back
        }
    }

    private long completeAndSwitch(SqlConnection live, UpkeepRun run, TopicReader reader, boolean force) {
        runs.fence(live, run);
        // Nobody counts now. What live scoring has counted stands before the topics' ends, and is all that is needed.
        reader.readTo(reader.ends(), TopicReader.BRIEFLY, records -> recount.whatHasCounted(live, records), read -> {});
        var lost = schema.lost(live);
        if (lost > 0 && !force) {
            throw new UpkeepFailedException(String.format(
                    "%,d events that count stand on no topic any more: they would be lost. Use force to do without them.",
                    lost));
        }
        schema.fold(); // or whoever looks for drops would miss the newest of them for a moment, and take them back
        schema.switchOver(live);
        return lost;
    }
}
