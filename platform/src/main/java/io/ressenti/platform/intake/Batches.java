package io.ressenti.platform.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The batches that are being taken in. A service that ends closes its database first and its consumers last: so it begins no more batches
 * when it is told to, and waits for those that it has begun. The others' offsets are not committed, and whoever gets the partitions
 * takes them in.
 */
@ApplicationScoped
class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** Less than a cluster gives an instance to end ({@code terminationGracePeriodSeconds}), with all else that has to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One party is the service itself, as long as it runs; each batch is another. */
    private final Phaser parties = new Phaser(1);

    private volatile boolean ending;

    /** Runs a batch. One that has not begun when the service is told to end never completes, nor does one that fails after that. */
    Uni<Void> run(Supplier<Uni<Void>> batch) {
        return Uni.createFrom().deferred(() -> {
            if (ending) {
                return Uni.createFrom().nothing();
            }
            parties.register();
            var left = new AtomicBoolean();
            return Uni.createFrom()
                    .deferred(batch::get)
                    .onTermination()
                    .invoke(() -> leave(left))
                    .onFailure(failure -> ending)
                    .recoverWithUni(Uni.createFrom().nothing());
        });
    }

    /** Once for each batch: one that is cancelled as it completes is told to terminate twice. */
    private void leave(AtomicBoolean left) {
        if (left.compareAndSet(false, true)) {
            parties.arriveAndDeregister();
        }
    }

    /** Whether the service is about to end: what fails then says nothing about the records. */
    boolean areEnding() {
        return ending;
    }

    void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent told) {
        end(PATIENCE);
    }

    /** Begins no more batches, and waits so long for those that have begun. */
    void end(Duration patience) {
        ending = true;
        var phase = parties.arriveAndDeregister();
        try {
            parties.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warnf("event=intake.unfinished batches=%d", parties.getUnarrivedParties());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
