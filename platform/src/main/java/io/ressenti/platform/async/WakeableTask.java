package io.ressenti.platform.async;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that runs once at a time, however often and from wherever it is woken; a wake-up during a run makes it run again. After
 * a failed run it rests until it is woken anew: whoever uses it wakes it now and then.
 */
public final class WakeableTask {

    private static final Logger LOG = Logger.getLogger(WakeableTask.class);

    private final String name;
    private final Supplier<Uni<Boolean>> run;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();

    /**
     * @param name what the log calls it
     * @param run  one run; gives true where more is waiting. A failed run is tried again at the next wake-up
     */
    public WakeableTask(String name, Supplier<Uni<Boolean>> run) {
        this.name = name;
        this.run = run;
    }

    /** Has the work run soon. Returns at once. */
    public void wake() {
        woken.set(true);
        if (running.compareAndSet(false, true)) {
            start();
        }
    }

    private void start() {
        woken.set(false);
        Uni.createFrom().deferred(run::get).subscribe().with(this::afterRun, this::afterFailure);
    }

    private void afterRun(boolean more) {
        if (more || woken.get()) {
            start();
            return;
        }
        running.set(false);
        if (woken.get()) { // woken between the last look and the line above
            wake();
        }
    }

    private void afterFailure(Throwable failure) {
        LOG.warnf("event=%s.waits reason=%s", name, failure.getClass().getSimpleName());
        running.set(false);
    }
}
