package io.ressenti.notification.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The feeds of all brands that somebody listens to. */
@ApplicationScoped
class BrandFeeds {

    private final ConcurrentMap<String, BrandFeed> feeds = new ConcurrentHashMap<>();
    private final ChangeLog log;
    private final StreamConfig config;
    private long poll;
    private volatile boolean stopped;

    BrandFeeds(ChangeLog log, StreamConfig config) {
        this.log = log;
        this.config = config;
    }

    /**
     * The changes of {@code brand} after number {@code after}, or from now on where that is empty: first those that are there,
     * then each as it happens, every one once and in order. An empty list is a sign of life: it comes at once, when it is
     * settled where the stream begins, and after each silence. A number beyond the latest change counts as the latest: it is
     * from another life of this database.
     *
     * @return ends when the service stops
     */
    Multi<List<StreamedChange>> changes(String brand, OptionalLong after) {
        return log.last(brand)
                .onItem()
                .transformToMulti(last -> follow(brand, last, Math.min(after.orElse(last), last)));
    }

    /** Has the changes of {@code brand} looked at, if anybody listens. */
    void refresh(String brand) {
        var feed = feeds.get(brand);
        if (feed != null) {
            feed.refresh();
        }
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        poll = vertx.setPeriodic(
                config.poll().toMillis(), tick -> feeds.values().forEach(BrandFeed::refresh));
    }

    /** Ends all streams, before the service begins to wait for requests that are still being answered. */
    void stop(@Observes ShutdownDelayInitiatedEvent stopping, Vertx vertx) {
        stopped = true;
        vertx.cancelTimer(poll);
        feeds.values().forEach(BrandFeed::close);
    }

    private Multi<List<StreamedChange>> follow(String brand, long last, long start) {
        var feed = join(brand, last);
        Multi<List<StreamedChange>> begun = Multi.createFrom().item(List.of());
        var pages = Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(start), position -> next(feed, position))
                .until(page -> page.isEmpty() && feed.closed());
        return Multi.createBy()
                .concatenating()
                .streams(begun, pages)
                .onTermination()
                .invoke(() -> leave(brand));
    }

    private Uni<List<StreamedChange>> next(BrandFeed feed, AtomicLong position) {
        return feed.after(position.get())
                .ifNoItem()
                .after(config.keepAlive())
                .recoverWithItem(List::of)
                .invoke(page -> page.forEach(change -> position.set(change.seq())));
    }

    private BrandFeed join(String brand, long last) {
        return feeds.compute(brand, (name, feed) -> {
            var joined = feed == null ? new BrandFeed(name, last, log, config) : feed;
            joined.join();
            if (stopped) {
                joined.close();
            }
            return joined;
        });
    }

    private void leave(String brand) {
        feeds.computeIfPresent(brand, (name, feed) -> feed.leave() ? null : feed);
    }
}
