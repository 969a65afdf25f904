package io.ressenti.scoring.drops;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.scoring.drops.Progress.Stretch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Evaluates what has changed, one touchpoint in one transaction: buckets are read, states, drops and facts are written together,
 * or not at all. Instances share the touchpoints; no two are at the same one.
 */
@ApplicationScoped
class DropEvaluator {

    private static final Logger LOG = Logger.getLogger(DropEvaluator.class);
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final Pool pool;
    private final Progress progress;
    private final FiveMinuteReader buckets;
    private final WatchTable watches;
    private final DropTable drops;
    private final ToldTable told;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final DropsConfig config;

    DropEvaluator(
            Pool pool,
            Progress progress,
            FiveMinuteReader buckets,
            WatchTable watches,
            DropTable drops,
            ToldTable told,
            Outbox outbox,
            OutboxRelay relay,
            DropsConfig config) {
        this.pool = pool;
        this.progress = progress;
        this.buckets = buckets;
        this.watches = watches;
        this.drops = drops;
        this.told = told;
        this.outbox = outbox;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Evaluates one of the touchpoints that wait.
     *
     * @param closed buckets before it are evaluated
     * @param now    decides which drops are too old to be told
     * @return whether there was one; it may have been evaluated by another instance meanwhile
     */
    Uni<Boolean> evaluateNext(Instant closed, Instant now) {
        return pool.withTransaction(transaction -> progress.take(transaction, closed)
                        .chain(taken -> taken.isEmpty()
                                ? Uni.createFrom().item(false)
                                : evaluate(transaction, taken.get(), closed, now)
                                        .replaceWith(true)))
                .invoke(relay::wake);
    }

    private Uni<Void> evaluate(SqlClient transaction, WatchedTouchpoint touchpoint, Instant closed, Instant now) {
        return progress.clear(transaction, touchpoint, closed)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : evaluate(transaction, touchpoint, found.get(), now));
    }

    private Uni<Void> evaluate(SqlClient transaction, WatchedTouchpoint touchpoint, Stretch stretch, Instant now) {
        return goBack(transaction, touchpoint, stretch)
                .chain(() -> watches.load(transaction, touchpoint))
                .map(standing -> new Evaluation(touchpoint, standing, falseAlarmDays()))
                .call(evaluation -> takeAll(transaction, touchpoint, evaluation, stretch))
                .call(evaluation -> drops.save(transaction, evaluation.drops()))
                .chain(evaluation -> tell(transaction, touchpoint, evaluation, now))
                .chain(() -> progress.save(transaction, touchpoint, stretch.to()))
                .chain(() -> watches.thinOutBefore(transaction, touchpoint, stretch.oldestDailyState()));
    }

    private Uni<Void> goBack(SqlClient transaction, WatchedTouchpoint touchpoint, Stretch stretch) {
        if (!stretch.goesBack()) {
            return Uni.createFrom().voidItem();
        }
        return watches.forgetFrom(transaction, touchpoint, stretch.firstDay())
                .chain(() -> drops.forgetFrom(transaction, touchpoint, stretch.from()));
    }

    private Uni<Void> takeAll(
            SqlClient transaction, WatchedTouchpoint touchpoint, Evaluation evaluation, Stretch stretch) {
        var position = new AtomicReference<>(stretch.from());
        return Multi.createBy()
                .repeating()
                .uni(() -> buckets.read(transaction, touchpoint, position.get(), stretch.to())
                        .invoke(portion -> evaluation.take(portion.cells()))
                        .call(() -> watches.save(transaction, evaluation.takeUnsaved()))
                        .invoke(portion -> position.set(portion.end())))
                .whilst(portion -> portion.end().isBefore(stretch.to()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> tell(SqlClient transaction, WatchedTouchpoint touchpoint, Evaluation evaluation, Instant now) {
        return told.load(transaction, touchpoint)
                .map(before -> News.of(evaluation, before, now.minus(config.tellWithin())))
                .call(news -> told.save(transaction, news))
                .call(news -> outbox.add(transaction, Topics.DISSATISFACTION, news.facts()))
                .invoke(news -> news.facts()
                        .forEach(fact -> LOG.infof(
                                "event=drop.told type=%s eventId=%s brand=%s",
                                fact.getClass().getSimpleName(), fact.id(), fact.brand())))
                .replaceWithVoid();
    }

    private double falseAlarmDays() {
        return config.falseAlarmEvery().toSeconds() / SECONDS_A_DAY;
    }
}
