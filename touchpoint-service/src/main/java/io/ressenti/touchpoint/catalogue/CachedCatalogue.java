package io.ressenti.touchpoint.catalogue;

import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One brand's catalogue in memory, read again when it is old, at most one reading at a time. */
final class CachedCatalogue {

    private static final Logger LOG = Logger.getLogger(CachedCatalogue.class);

    private record Snapshot(Catalogue catalogue, long readAt) {}

    private final Supplier<Uni<Catalogue>> source;
    private final CatalogueConfig config;
    private final LongSupplier nanoTime;

    // Guarded by this.
    private Snapshot snapshot;
    private Uni<Catalogue> reading;
    private long generation;

    CachedCatalogue(Supplier<Uni<Catalogue>> source, CatalogueConfig config) {
        this(source, config, System::nanoTime);
    }

    CachedCatalogue(Supplier<Uni<Catalogue>> source, CatalogueConfig config, LongSupplier nanoTime) {
        this.source = source;
        this.config = config;
        this.nanoTime = nanoTime;
    }

    /** The catalogue, as new as it has to be to know {@code codes}, if they exist. */
    synchronized Uni<Catalogue> knowing(Collection<String> codes) {
        if (snapshot == null || isOlderThan(config.unusableAfter())) {
            return reading();
        }
        if (!snapshot.catalogue().knows(codes) && isOlderThan(config.lookAgainAfter())) {
            return reading();
        }
        if (isOlderThan(config.refreshAfter())) {
            refreshInBackground();
        }
        return Uni.createFrom().item(snapshot.catalogue());
    }

    /** Says that it was changed: what was read until now, or is being read right now, does not count any more. */
    synchronized void forget() {
        generation++;
        snapshot = null;
        reading = null;
    }

    private boolean isOlderThan(Duration age) {
        return nanoTime.getAsLong() - snapshot.readAt() > age.toNanos();
    }

    private void refreshInBackground() {
        if (reading == null) {
            reading()
                    .subscribe()
                    .with(
                            ignored -> {},
                            failure -> LOG.warnf(
                                    "event=catalogue.stale reason=%s",
                                    failure.getClass().getSimpleName()));
        }
    }

    private synchronized Uni<Catalogue> reading() {
        if (reading == null) {
            var started = generation;
            var startedAt = nanoTime.getAsLong();
            reading = source.get()
                    .invoke(catalogue -> arrived(started, new Snapshot(catalogue, startedAt)))
                    .onFailure()
                    .invoke(() -> failed(started))
                    // Ten thousand items may wait to be judged: not on the event loop that read the catalogue.
                    .emitOn(Infrastructure.getDefaultExecutor())
                    .memoize()
                    .indefinitely();
        }
        return reading;
    }

    private synchronized void arrived(long started, Snapshot arrived) {
        if (started == generation) {
            snapshot = arrived;
            reading = null;
        }
    }

    private synchronized void failed(long started) {
        if (started == generation) {
            reading = null;
        }
    }
}
