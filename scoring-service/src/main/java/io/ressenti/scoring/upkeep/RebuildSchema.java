package io.ressenti.scoring.upkeep;

import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.ressenti.scoring.rollup.RollupFold;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * The schema {@code rebuild}, in which scores are made anew beside the live ones in {@code public}. Its tables are made by the same
 * migrations, so that they are the same to the last index.
 */
@ApplicationScoped
class RebuildSchema {

    /** The data source whose connections stand in this schema. */
    static final String DATA_SOURCE = "rebuild";

    /**
     * What follows from the topics, in the order in which most batches touch the tables. Some touch them in another: who locks all
     * of them gives up where it takes long, and so breaks every circle.
     */
    static final List<String> DERIVED = List.of(
            "customer_link",
            "erased_customer",
            "accepted_event",
            "signal",
            "signal_change",
            "customer_score",
            "metric_sum",
            "metric_rollup",
            "metric_series",
            "five_minute_sum",
            "five_minute_change");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Of what is made here nobody was told, so nothing is told of any customer; their band shows. */
    private static final String TELL_NOBODY = """
            CREATE FUNCTION rebuild.forget_told() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN NEW.told = NULL; RETURN NEW; END';
            CREATE TRIGGER tell_nobody BEFORE UPDATE ON rebuild.customer_score
                FOR EACH ROW WHEN (NEW.told IS NOT NULL) EXECUTE FUNCTION rebuild.forget_told();
            """;

    /** What was told of the scores that are replaced stands in their table: {@link Retelling} drops it. */
    private static final String KEEP_TOLD = """
            DROP TRIGGER tell_nobody ON rebuild.customer_score;
            CREATE SCHEMA replaced;
            ALTER TABLE public.customer_score SET SCHEMA replaced;
            ALTER TABLE rebuild.customer_score SET SCHEMA public;
            """;

    /** Among these are what is lost, and what live scoring has counted a moment ago. */
    private static final String SUSPECT_LOST = """
            DROP TABLE IF EXISTS rebuild.suspect;
            CREATE TABLE rebuild.suspect AS
                SELECT brand, kind, source, id FROM public.accepted_event
            EXCEPT
                SELECT brand, kind, source, id FROM rebuild.accepted_event;
            ANALYZE rebuild.suspect;
            """;

    private static final String LOST = """
            SELECT count(*) AS events FROM rebuild.suspect AS old WHERE NOT EXISTS (
                SELECT FROM rebuild.accepted_event AS new
                WHERE new.brand = old.brand AND new.kind = old.kind AND new.source = old.source AND new.id = old.id)
            """;

    /** The drops stay, and are evaluated anew from the first day that is remembered: also where no signal is left. */
    private static final String EVALUATE_DROPS = """
            INSERT INTO rebuild.five_minute_change (brand, touchpoint, bucket)
            SELECT brand, touchpoint, min(day)::timestamp AT TIME ZONE 'UTC' FROM public.drop_watch
            GROUP BY brand, touchpoint
            """;

    private static final String LIVE_EVENTS = "SELECT count(*) AS events FROM public.accepted_event";

    private final Flyway flyway;
    private final Pool pool;

    RebuildSchema(@FlywayDataSource(DATA_SOURCE) Flyway flyway, @ReactiveDataSource(DATA_SOURCE) Pool pool) {
        this.flyway = flyway;
        this.pool = pool;
    }

    /** Makes it, with empty tables. What a rebuild that was killed has left behind is dropped. */
    void create() {
        flyway.clean();
        flyway.migrate();
        pool.query(TELL_NOBODY).executeAndAwait();
    }

    /** Drops it with all that is in it. */
    void drop() {
        flyway.clean();
    }

    /** How many events count in the live scores. */
    long liveEvents() {
        return events(pool, LIVE_EVENTS);
    }

    /**
     * Notes which events count live and not here, as long as nobody waits for it: what counts live later on is still to be read, and
     * cannot be lost. Gathers the statistics that queries need from the first moment on.
     */
    void prepareSwitch() {
        pool.query(SUSPECT_LOST).executeAndAwait();
        DERIVED.forEach(table -> pool.query("ANALYZE rebuild." + table).executeAndAwait());
    }

    /** Folds what was counted into the sums. To be called again and again: each time looks through all that waits. */
    void fold() {
        while (pool.withTransaction(RollupFold::fold).await().indefinitely().more()) {
            // Each time a portion, so that no transaction grows without bounds.
        }
        pool.query("VACUUM rebuild.signal_change").executeAndAwait();
    }

    /** How many of those that were noted still do not count here. */
    long lost(SqlClient transaction) {
        return events(transaction, LOST);
    }

    /**
     * Has everybody else wait who writes or reads what is derived, until the end of the transaction.
     *
     * @return false where somebody does not give way soon: the transaction has to be rolled back. A reader that takes the tables in
     *     another order must not be the one that PostgreSQL ends, after a second, so that the circle is broken
     */
    boolean tryLock(SqlClient transaction) {
        try {
            transaction.query("SET LOCAL lock_timeout = '500ms'").executeAndAwait();
            for (var table : DERIVED) {
                transaction
                        .query("LOCK TABLE public." + table + " IN ACCESS EXCLUSIVE MODE")
                        .executeAndAwait();
            }
            transaction.query("SET LOCAL lock_timeout = 0").executeAndAwait();
            return true;
        } catch (PgException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSqlState())) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Puts what was made anew in the place of what was there; the tables must be locked. Takes as long however many customers there
     * are: only the catalogue changes.
     */
    void switchOver(SqlClient transaction) {
        transaction.query(EVALUATE_DROPS).executeAndAwait();
        transaction.query(KEEP_TOLD).executeAndAwait();
        DERIVED.stream()
                .filter(table -> !table.equals("customer_score"))
                .map(table -> "DROP TABLE public.%1$s; ALTER TABLE rebuild.%1$s SET SCHEMA public".formatted(table))
                .forEach(swap -> transaction.query(swap).executeAndAwait());
    }

    private static long events(SqlClient client, String query) {
        return client.query(query).executeAndAwait().iterator().next().getLong("events");
    }
}
