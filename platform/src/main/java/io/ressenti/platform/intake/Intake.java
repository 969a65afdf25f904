package io.ressenti.platform.intake;

import io.opentelemetry.api.trace.SpanContext;
import io.ressenti.contracts.Event;
import io.ressenti.platform.event.DeadLetters;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.UnreadableEventException;
import io.ressenti.platform.problem.Failures;
import io.ressenti.platform.trace.Origin;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records from Kafka into a service's state, so that nothing is lost and nothing stops the partition:
 * <ul>
 *   <li>what passes (Kafka or PostgreSQL away, a deadlock) is tried again until it succeeds; offsets wait as long;
 *   <li>what stays is one record's fault: the batch is halved until that record stands alone, and it is set aside.
 * </ul>
 * A service that ends finishes what it has begun, and sets nothing aside because it ends. The store must be one transaction, and
 * idempotent: a batch can come again. It is handed a few megabytes at a time, and no more than these are read: a thousand large
 * records would not fit into a small heap as events.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

    /** Of the records' values, as they came. A record that is larger stands alone. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Batches batches;
    private final DeadLetters deadLetters;
    private final IntakeMetrics metrics;
    private final Traces traces;

    Intake(Batches batches, DeadLetters deadLetters, IntakeMetrics metrics, Traces traces) {
        this.batches = batches;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
    }

    /**
     * Stores the events of {@code records} that are of class {@code type}.
     *
     * @param store writes a batch in one transaction; called with up to 4 MB, and with parts of that after a failure
     * @return completes once every record is either stored or set aside, and never where the service ends before; never fails
     */
    public <E extends Event> Uni<Void> process(
            ConsumerRecords<String, byte[]> records, Class<E> type, Function<List<Received<E>>, Uni<Void>> store) {
        return whileRunning(records, batch -> readAndStore(batch, type, traced(store), deadLetters::keep));
    }

    /**
     * Stores events that have been processed before, somewhere else for instance: what could not be processed was set aside and
     * counted then, and is left out now. Nothing is lost, so that no metric knows of these batches.
     *
     * @param store writes a batch in one transaction; called with up to 4 MB, and with parts of that after a failure
     * @return completes once every record is either stored or left out; fails only where the service ends
     */
    public <E extends Event> Uni<Void> processAgain(
            ConsumerRecords<String, byte[]> records, Class<E> type, Function<List<Received<E>>, Uni<Void>> store) {
        return oneAfterTheOther(records, batch -> readAndStore(batch, type, store, this::leaveOut));
    }

    /**
     * Stores {@code records} as they are, readable or not. For those that were set aside already: one that the store refuses is
     * not set aside again, where it would come back for ever; it is logged and counted, and stays on its topic.
     *
     * @param store writes a batch in one transaction; called with up to 4 MB, and with parts of that after a failure
     * @return completes once every record is either stored or passed over, and never where the service ends before; never fails
     */
    public Uni<Void> processUnread(
            ConsumerRecords<String, byte[]> records, Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> store) {
        return whileRunning(records, batch -> storeAll(batch, store, deadLetters::passOver));
    }

    /** What has not begun when the service ends comes again elsewhere: its offsets are not committed. */
    private Uni<Void> whileRunning(
            ConsumerRecords<String, byte[]> records,
            Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> process) {
        return oneAfterTheOther(records, batch -> measured(batch, () -> batches.run(() -> process.apply(batch))));
    }

    private Uni<Void> oneAfterTheOther(
            ConsumerRecords<String, byte[]> records,
            Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> process) {
        return Multi.createFrom()
                .iterable(cut(records))
                .onItem()
                .transformToUniAndConcatenate(process::apply)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> measured(List<ConsumerRecord<String, byte[]>> batch, Supplier<Uni<Void>> process) {
        var started = System.nanoTime();
        return process.get()
                .invoke(() -> metrics.processed(
                        batch.getFirst().topic(), batch.size(), Duration.ofNanos(System.nanoTime() - started)));
    }

    /** The records in their order, cut where the topic changes, and wherever {@link #MAX_BYTES} would be exceeded. */
    private static List<List<ConsumerRecord<String, byte[]>>> cut(ConsumerRecords<String, byte[]> records) {
        List<List<ConsumerRecord<String, byte[]>>> batches = new ArrayList<>();
        var bytes = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            var size = record.value() == null ? 0 : record.value().length;
            if (batches.isEmpty() || bytes + size > MAX_BYTES || !isOfTopic(batches.getLast(), record.topic())) {
                batches.add(new ArrayList<>());
                bytes = 0;
            }
            batches.getLast().add(record);
            bytes += size;
        }
        return batches;
    }

    /** {@code store}, where what follows from each event finds the trace of that event. */
    private <E extends Event> Function<List<Received<E>>, Uni<Void>> traced(
            Function<List<Received<E>>, Uni<Void>> store) {
        return batch ->
                traces.processing(batch.getFirst().record().topic(), originsOf(batch), () -> store.apply(batch));
    }

    private Map<Origin, SpanContext> originsOf(List<? extends Received<?>> batch) {
        if (!traces.areOn()) {
            return Map.of();
        }
        Map<Origin, SpanContext> origins = new HashMap<>();
        for (var received : batch) {
            var span = traces.of(received.record().headers());
            if (span.isSampled()) {
                origins.put(Origin.of(received.event()), span);
            }
        }
        return origins;
    }

    private static boolean isOfTopic(List<ConsumerRecord<String, byte[]>> batch, String topic) {
        return batch.getFirst().topic().equals(topic);
    }

    private <E extends Event> Uni<Void> readAndStore(
            List<ConsumerRecord<String, byte[]>> batch,
            Class<E> type,
            Function<List<Received<E>>, Uni<Void>> store,
            BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> setAside) {
        List<Received<E>> readable = new ArrayList<>(batch.size());
        List<Uni<Void>> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                readable.add(new Received<>(type.cast(EventCodec.read(record)), record));
            } catch (UnreadableEventException | ClassCastException e) {
                unreadable.add(untilItSucceeds(() -> setAside.apply(record, e)));
            }
        }
        var allSetAside = unreadable.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(unreadable).andFailFast().replaceWithVoid();
        return allSetAside.chain(
                () -> storeAll(readable, store, (event, failure) -> setAside.apply(event.record(), failure)));
    }

    private Uni<Void> leaveOut(ConsumerRecord<String, byte[]> record, Throwable reason) {
        LOG.infof(
                "event=record.leftout topic=%s partition=%d offset=%d reason=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getClass().getSimpleName());
        return Uni.createFrom().voidItem();
    }

    private <T> Uni<Void> storeAll(
            List<T> batch, Function<List<T>, Uni<Void>> store, BiFunction<T, Throwable, Uni<Void>> refused) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untilItSucceeds(() -> store.apply(batch))
                .onFailure(this::isOfRecords)
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "event=batch.refused size=%d reason=%s",
                            batch.size(), failure.getClass().getSimpleName());
                    return divide(batch, failure, store, refused);
                });
    }

    /** What fails while the service ends is no record's fault; whoever gets the partition takes it in. */
    private boolean isOfRecords(Throwable failure) {
        return !batches.areEnding();
    }

    private boolean passes(Throwable failure) {
        return Failures.isTransient(failure) && !batches.areEnding();
    }

    private <T> Uni<Void> divide(
            List<T> batch,
            Throwable failure,
            Function<List<T>, Uni<Void>> store,
            BiFunction<T, Throwable, Uni<Void>> refused) {
        if (batch.size() == 1) {
            return untilItSucceeds(() -> refused.apply(batch.getFirst(), failure));
        }
        var middle = batch.size() / 2;
        return storeAll(batch.subList(0, middle), store, refused)
                .chain(() -> storeAll(batch.subList(middle, batch.size()), store, refused));
    }

    private Uni<Void> untilItSucceeds(Supplier<Uni<? extends Void>> attempt) {
        return Uni.createFrom()
                .<Void>deferred(attempt)
                .onFailure(this::passes)
                .invoke(failure -> LOG.warnf(
                        "event=batch.waits reason=%s", failure.getClass().getSimpleName()))
                .onFailure(this::passes)
                .retry()
                .withBackOff(FIRST_BACKOFF, MAX_BACKOFF)
                .indefinitely();
    }
}
