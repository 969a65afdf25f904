package io.ressenti.touchpoint.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions that lines are stored in, one a month. They are added before they are needed. */
@ApplicationScoped
class JourneyMonths {

    private static final String ADD = "SELECT add_journey_months($1)";

    /** What PostgreSQL says of a row that no partition takes; it shares the code with broken CHECK constraints. */
    private static final String CHECK_VIOLATION = "23514";

    private final Pool pool;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    JourneyMonths(Pool pool) {
        this.pool = pool;
    }

    /** Completes once there is a partition for each of {@code months}, given as their first days. */
    Uni<Void> ensure(Set<LocalDate> months) {
        if (known.containsAll(months)) {
            return Uni.createFrom().voidItem();
        }
        // In a transaction of its own: other instances wait while a month is added.
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple().addArrayOfLocalDate(months.toArray(LocalDate[]::new)))
                .invoke(() -> known.addAll(months))
                .replaceWithVoid();
    }

    /** Whether {@code failure} may say that a month is gone: another instance dropped it since we looked. */
    boolean isMissing(Throwable failure) {
        return failure instanceof PgException pg && CHECK_VIOLATION.equals(pg.getSqlState());
    }

    /** Look again. */
    void forget() {
        known.clear();
    }
}
