package io.ressenti.scoring.drops;

import io.ressenti.scoring.model.SignalDelta;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the service does to signals, at the moments that a test wants. */
@ApplicationScoped
class Evaluations {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final FiveMinuteSums sums;
    private final DropEvaluator evaluator;

    Evaluations(Pool pool, FiveMinuteSums sums, DropEvaluator evaluator) {
        this.pool = pool;
        this.sums = sums;
        this.evaluator = evaluator;
    }

    /** Lets signals count, a thousand at a time. */
    void count(List<SignalDelta> deltas) {
        for (int from = 0; from < deltas.size(); from += 1000) {
            var batch = deltas.subList(from, Math.min(from + 1000, deltas.size()));
            pool.withTransaction(transaction -> sums.apply(transaction, batch))
                    .await()
                    .atMost(PATIENCE);
        }
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

    /** Forgets the sums of a brand, which rest on no signals: whoever verifies sums would miss these. */
    void forget(String brand) {
        pool.preparedQuery("DELETE FROM five_minute_sum WHERE brand = $1")
                .execute(Tuple.of(brand))
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
