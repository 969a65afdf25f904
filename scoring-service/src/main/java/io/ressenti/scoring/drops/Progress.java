package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Which touchpoints have changed, and from when on they have to be evaluated. */
@ApplicationScoped
class Progress {

    /** For so many days there is a state of each day to go back to; before them, of each month. */
    static final int DAILY_STATES = 8;

    /**
     * Any touchpoint that no other instance is at; the lock lasts as long as the transaction. In no order, so that one that could
     * not be evaluated would not keep all others waiting.
     */
    private static final String TAKE = """
            WITH waiting AS MATERIALIZED (
                SELECT brand, touchpoint FROM five_minute_change WHERE bucket < $1
                GROUP BY brand, touchpoint ORDER BY random())
            SELECT brand, touchpoint FROM waiting
            WHERE pg_try_advisory_xact_lock(hashtextextended(brand || E'\\n' || touchpoint, 20180226))
            LIMIT 1
            """;

    private static final String CLEAR = """
            WITH gone AS (
                DELETE FROM five_minute_change WHERE brand = $1 AND touchpoint = $2 AND bucket < $3 RETURNING bucket)
            SELECT (SELECT min(bucket) FROM gone) AS changed,
                (SELECT evaluated_to FROM drop_progress WHERE brand = $1 AND touchpoint = $2) AS evaluated_to
            """;

    private static final String SAVE = """
            INSERT INTO drop_progress (brand, touchpoint, evaluated_to) VALUES ($1, $2, $3)
            ON CONFLICT (brand, touchpoint) DO UPDATE SET evaluated_to = EXCLUDED.evaluated_to
            """;

    /**
     * What has to be evaluated.
     *
     * @param from     the first bucket
     * @param to       the first bucket that is not
     * @param goesBack whether buckets from {@code from} on, the start of a day then, had been evaluated before
     */
    record Stretch(Instant from, Instant to, boolean goesBack) {

        static Stretch of(Instant changed, Instant evaluatedTo, Instant closed) {
            if (evaluatedTo == null) {
                return new Stretch(changed, closed, false);
            }
            // The clock of another instance may be ahead of ours.
            var to = evaluatedTo.isAfter(closed) ? evaluatedTo : closed;
            return changed.isBefore(evaluatedTo)
                    ? new Stretch(stateBefore(changed, evaluatedTo), to, true)
                    : new Stretch(evaluatedTo, to, false);
        }

        private static Instant stateBefore(Instant changed, Instant evaluatedTo) {
            var day = dayOf(changed);
            var hasDailyState = !day.isBefore(dayOf(evaluatedTo).minusDays(DAILY_STATES));
            return (hasDailyState ? day : day.withDayOfMonth(1))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }

        LocalDate firstDay() {
            return dayOf(from);
        }

        /** Once evaluated, the states of days before it are thinned out. */
        LocalDate oldestDailyState() {
            return dayOf(to).minusDays(DAILY_STATES);
        }

        private static LocalDate dayOf(Instant time) {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }
    }

    /** A touchpoint with a change before {@code closed}; nobody else takes it before the transaction ends. */
    Uni<Optional<WatchedTouchpoint>> take(SqlClient transaction, Instant closed) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(Columns.atUtc(closed)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new WatchedTouchpoint(row.getString("brand"), row.getString("touchpoint"))));
    }

    /** Clears a touchpoint's changes; says what they make necessary: nothing where another instance has been faster. */
    Uni<Optional<Stretch>> clear(SqlClient transaction, WatchedTouchpoint touchpoint, Instant closed) {
        return transaction
                .preparedQuery(CLEAR)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), Columns.atUtc(closed)))
                .map(rows -> rows.iterator().next())
                .map(row -> Optional.ofNullable(Columns.instant(row, "changed"))
                        .map(changed -> Stretch.of(changed, Columns.instant(row, "evaluated_to"), closed)));
    }

    Uni<Void> save(SqlClient transaction, WatchedTouchpoint touchpoint, Instant evaluatedTo) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), Columns.atUtc(evaluatedTo)))
                .replaceWithVoid();
    }
}
