package io.ressenti.scoring.upkeep;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The runs, and the lock that lets one of them go on at a time, whatever the number of instances. */
@ApplicationScoped
class UpkeepRuns {

    /** Held by whoever performs a run, as long as it goes on and its connection lives. */
    private static final long LOCK = 0x7265_7373_656e_7469L;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_lock($1) AS taken";
    private static final String UNLOCK = "SELECT pg_advisory_unlock($1)";

    /** Whoever holds the lock knows that nobody else runs. */
    private static final String BEGIN = """
            WITH interrupted AS (UPDATE upkeep_run SET state = 'INTERRUPTED' WHERE state = 'RUNNING')
            INSERT INTO upkeep_run (id, task, state, requested_by) VALUES ($1, $2, 'RUNNING', $3)
            RETURNING id, task, state, requested_by, started_at, ended_at, step, report::text AS report
            """;

    private static final String STEP = "UPDATE upkeep_run SET step = $2 WHERE id = $1 AND state = 'RUNNING'";

    private static final String END = """
            UPDATE upkeep_run SET state = $2, report = $3::text::jsonb, ended_at = now()
            WHERE id = $1 AND state = 'RUNNING'
            """;

    private static final String FENCE = "SELECT * FROM upkeep_run WHERE id = $1 AND state = 'RUNNING' FOR UPDATE";

    private static final String FIND = """
            SELECT id, task, requested_by, started_at, ended_at, step, report::text AS report,
                CASE WHEN state = 'RUNNING' AND NOT EXISTS (
                    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        AND (classid::bigint << 32) | objid::bigint = $3)
                THEN 'INTERRUPTED' ELSE state END AS state
            FROM upkeep_run WHERE id = $1 AND task = $2
            """;

    private final Pool pool;

    UpkeepRuns(Pool pool) {
        this.pool = pool;
    }

    /** Takes the lock for the session of {@code connection}; gives false where another has it. */
    Uni<Boolean> tryLock(SqlClient connection) {
        return connection.preparedQuery(TRY_LOCK).execute(Tuple.of(LOCK)).map(rows -> rows.iterator()
                .next()
                .getBoolean("taken"));
    }

    /** Gives the lock back. */
    Uni<Void> unlock(SqlClient connection) {
        return connection.preparedQuery(UNLOCK).execute(Tuple.of(LOCK)).replaceWithVoid();
    }

    /** Begins a run; the lock must be held. What ran before and never ended is marked as interrupted. */
    Uni<UpkeepRun> begin(String task, String requestedBy) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(UUID.randomUUID(), task, requestedBy))
                .map(rows -> run(rows.iterator().next()));
    }

    /** Says what a run does now. */
    Uni<Void> step(UpkeepRun run, String step) {
        return pool.preparedQuery(STEP).execute(Tuple.of(run.id(), step)).replaceWithVoid();
    }

    /** Ends a run. */
    Uni<Void> end(UpkeepRun run, UpkeepState state, String report) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(run.id(), state.name(), report))
                .replaceWithVoid();
    }

    /**
     * Sees to it that no other run begins before the transaction ends.
     *
     * @throws UpkeepFailedException where another has begun: the run's connection was lost, and with it the lock
     */
    void fence(SqlClient transaction, UpkeepRun run) {
        if (transaction.preparedQuery(FENCE).executeAndAwait(Tuple.of(run.id())).size() == 0) {
            throw new UpkeepFailedException(
                    "It lost its database for a while, and another run has begun. Start it again.");
        }
    }

    /**
     * Does what only the run that goes on may do.
     *
     * @throws UpkeepFailedException where another has begun
     */
    void fenced(UpkeepRun run, Runnable work) {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.beginAndAwait();
            fence(connection, run);
            work.run();
            transaction.commitAndAwait();
        } finally {
            connection.closeAndAwait(); // an open transaction is rolled back
        }
    }

    /** The run of this id; empty where there is none of this task. */
    Uni<Optional<UpkeepRun>> find(String task, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, task, LOCK)).map(UpkeepRuns::first);
    }

    private static Optional<UpkeepRun> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(UpkeepRuns::run);
    }

    private static UpkeepRun run(Row row) {
        return new UpkeepRun(
                row.getUUID("id"),
                row.getString("task"),
                UpkeepState.valueOf(row.getString("state")),
                row.getString("requested_by"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                row.getString("step"),
                row.getString("report"));
    }
}
