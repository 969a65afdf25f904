package io.ressenti.platform.event;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Records on their way to Kafka together; tells once, when the last of them has arrived or failed. It lets go of each record as
 * soon as the producer has it: under load thousands are on their way, and what is kept of them is copied by every collection.
 */
final class Delivery {

    /** A topic's metadata is fetched in the background at its first record; it takes this long at most to arrive. */
    private static final long METADATA_FIRST_WAIT_MILLIS = 20;

    private static final long METADATA_LONGEST_WAIT_MILLIS = 200;
    private static final int METADATA_TRIES = 6;

    private final Producer<String, byte[]> producer;
    private final UniEmitter<? super Void> whole;
    private final Executor answering;
    private final AtomicInteger underWay;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param count     how many records it will be given
     * @param whole     told about the end of all of them
     * @param answering where it is told
     */
    Delivery(Producer<String, byte[]> producer, int count, UniEmitter<? super Void> whole, Executor answering) {
        this.producer = producer;
        this.whole = whole;
        this.answering = answering;
        this.underWay = new AtomicInteger(count);
    }

    void send(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(record -> send(record, 0));
    }

    private void send(ProducerRecord<String, byte[]> record, int tries) {
        var attempt = new Attempt(record, tries);
        try {
            producer.send(record, attempt);
        } catch (RuntimeException refused) {
            ended(refused);
        } finally {
            attempt.letGo();
        }
    }

    private void ended(Exception refused) {
        if (refused != null) {
            failure.compareAndSet(null, refused);
        }
        if (underWay.decrementAndGet() == 0) {
            answering.execute(this::tell);
        }
    }

    private void tell() {
        if (failure.get() == null) {
            whole.complete(null);
        } else {
            whole.fail(failure.get());
        }
    }

    /** One try to send a record. That metadata is missing is found out while {@code send} runs, as the producer never blocks. */
    private final class Attempt implements Callback {

        private final int tries;
        private ProducerRecord<String, byte[]> record;

        Attempt(ProducerRecord<String, byte[]> record, int tries) {
            this.record = record;
            this.tries = tries;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception refused) {
            var again = record;
            if (again != null && tries < METADATA_TRIES && lacksMetadata(refused)) {
                var wait = Math.min(METADATA_FIRST_WAIT_MILLIS << tries, METADATA_LONGEST_WAIT_MILLIS);
                CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, Infrastructure.getDefaultExecutor())
                        .execute(() -> send(again, tries + 1));
            } else {
                ended(refused);
            }
        }

        void letGo() {
            record = null;
        }
    }

    private static boolean lacksMetadata(Exception refused) {
        return refused instanceof TimeoutException
                && refused.getMessage() != null
                && refused.getMessage().contains("not present in metadata");
    }
}
