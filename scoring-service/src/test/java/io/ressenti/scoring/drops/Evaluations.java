package io.ressenti.scoring.drops;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.drops.Traffic.Change;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.testing.Folding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the service does to signals, at the moments that a test wants. */
@ApplicationScoped
class Evaluations {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CHANGE = """
            INSERT INTO signal_change (sign, brand, occurred_at, touchpoint, stage, channel, partner, value, dissatisfied,
                series, favourable, unfavourable)
            SELECT *, false, false FROM unnest($1::integer[], $2::text[], $3::timestamptz[], $4::text[], $5::text[],
                $6::text[], $7::text[], $8::double precision[], $9::boolean[], $10::text[])
            """;

    private final Pool pool;
    private final DropEvaluator evaluator;

    Evaluations(Pool pool, DropEvaluator evaluator) {
        this.pool = pool;
        this.evaluator = evaluator;
    }

    /** Lets signals count, and folds them. */
    void count(List<Change> changes) {
        var columns = Columns.of(changes)
                .integer(change -> change.removed() ? -1 : 1)
                .text(change -> encounter(change).brand())
                .time(change -> encounter(change).occurredAt())
                .text(change -> encounter(change).place().touchpoint())
                .name(change -> encounter(change).place().stage())
                .text(change -> encounter(change).place().channel())
                .text(change -> encounter(change).place().partner())
                .number(change -> change.signal().value())
                .flag(change -> change.signal().dissatisfied())
                .text(change -> change.signal().series().code())
                .toTuple();
        pool.preparedQuery(CHANGE).execute(columns).await().atMost(PATIENCE);
        Folding.foldAll(pool);
    }

    private static Encounter encounter(Change change) {
        return change.signal().encounter();
    }

    /** Evaluates until nothing is left. */
    void evaluate(Instant closed) {
        evaluateAll(closed).await().atMost(PATIENCE);
    }

    /** Two instances evaluate at once. */
    void evaluateTwice(Instant closed) {
        Uni.join()
                .all(evaluateAll(closed), evaluateAll(closed))
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    Uni<Void> evaluateAll(Instant closed) {
        return Multi.createBy()
                .repeating()
                .uni(() -> evaluator.evaluateNext(closed, Instant.now()))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }
}
