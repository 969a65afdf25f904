package io.ressenti.scoring.upkeep;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.Event;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.ressenti.scoring.identities.SilentIdentities;
import io.ressenti.scoring.signals.SilentScoring;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Counts records of the input topics once more, in the schema of a rebuild. What was set aside before is passed over. */
@ApplicationScoped
class Recount {

    /** A batch that takes longer has lost its database; the rebuild gives up, and has changed nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pool pool;
    private final Intake intake;
    private final SilentScoring scoring;
    private final SilentIdentities identities;

    Recount(
            @ReactiveDataSource(RebuildSchema.DATA_SOURCE) Pool pool,
            Intake intake,
            SilentScoring scoring,
            SilentIdentities identities) {
        this.pool = pool;
        this.intake = intake;
        this.scoring = scoring;
        this.identities = identities;
    }

    /** Counts all of them. */
    void all(ConsumerRecords<String, byte[]> records) {
        count(records, batch -> Uni.createFrom().item(batch));
    }

    /**
     * Counts those that have counted in the live tables: all others will count there later, and must not have before, or nobody would
     * be told of the dissatisfaction that they show. What became known about customers tells of none, and is counted anyway.
     */
    void whatHasCounted(SqlClient live, ConsumerRecords<String, byte[]> records) {
        count(records, batch -> withSavepoint(live, () -> scoring.thatHaveCounted(live, batch)));
    }

    private void count(
            ConsumerRecords<String, byte[]> records,
            Function<List<Received<Event>>, Uni<List<Received<Event>>>> choose) {
        intake.processAgain(records, Event.class, batch -> learn(batch)
                        .chain(() -> choose.apply(aboutSignals(batch)))
                        .chain(chosen -> chosen.isEmpty() ? Uni.createFrom().voidItem() : scoring.store(pool, chosen)))
                .ifNoItem()
                .after(PATIENCE)
                .fail() // and tries no more: a batch that waits is given up
                .await()
                .indefinitely();
    }

    private Uni<Void> learn(List<Received<Event>> batch) {
        var events = batch.stream()
                .map(Received::event)
                .filter(CustomerEvent.class::isInstance)
                .map(CustomerEvent.class::cast)
                .toList();
        return events.isEmpty() ? Uni.createFrom().voidItem() : identities.learn(pool, events);
    }

    private static List<Received<Event>> aboutSignals(List<Received<Event>> batch) {
        return batch.stream()
                .filter(received -> !(received.event() instanceof CustomerEvent))
                .toList();
    }

    /** A record that PostgreSQL refuses even to be asked about must not end the transaction. */
    private static <T> Uni<T> withSavepoint(SqlClient transaction, Supplier<Uni<T>> work) {
        return transaction
                .query("SAVEPOINT before")
                .execute()
                .chain(work::get)
                .onFailure()
                .call(() -> transaction.query("ROLLBACK TO SAVEPOINT before").execute());
    }
}
