package io.ressenti.platform.event;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** Records on their way to Kafka together; tells once, when the last of them has arrived or failed. */
final class Delivery {

    /** A topic's metadata is fetched in the background at its first record; it takes this long at most to arrive. */
    private static final long METADATA_FIRST_WAIT_MILLIS = 20;

    private static final long METADATA_LONGEST_WAIT_MILLIS = 200;
    private static final int METADATA_TRIES = 6;

    private final Producer<String, byte[]> producer;
    private final UniEmitter<? super Void> whole;
    private final AtomicInteger underWay;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param count how many records it will be given
     * @param whole told about the end of all of them
     */
    Delivery(Producer<String, byte[]> producer, int count, UniEmitter<? super Void> whole) {
        this.producer = producer;
        this.whole = whole;
        this.underWay = new AtomicInteger(count);
    }

    void send(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(record -> send(record, 0));
    }

    private void send(ProducerRecord<String, byte[]> record, int tries) {
        try {
            producer.send(record, (metadata, refused) -> ended(record, tries, refused));
        } catch (RuntimeException refused) {
            ended(record, tries, refused);
        }
    }

    private void ended(ProducerRecord<String, byte[]> record, int tries, Exception refused) {
        if (refused != null && lacksMetadata(refused) && tries < METADATA_TRIES) {
            var wait = Math.min(METADATA_FIRST_WAIT_MILLIS << tries, METADATA_LONGEST_WAIT_MILLIS);
            CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, Infrastructure.getDefaultExecutor())
                    .execute(() -> send(record, tries + 1));
            return;
        }
        if (refused != null) {
            failure.compareAndSet(null, refused);
        }
        if (underWay.decrementAndGet() == 0) {
            tell();
        }
    }

    private void tell() {
        if (failure.get() == null) {
            whole.complete(null);
        } else {
            whole.fail(failure.get());
        }
    }

    private static boolean lacksMetadata(Exception refused) {
        return refused instanceof TimeoutException
                && refused.getMessage() != null
                && refused.getMessage().contains("not present in metadata");
    }
}
