package io.ressenti.notification.stream;

import io.ressenti.platform.async.WakeableTask;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One brand's changes for all of its clients: read once, kept for a while, handed out when asked for. Clients pull, so that a slow
 * one costs no memory; one that falls out of the tail reads for itself until it has caught up.
 */
final class BrandFeed {

    private final String brand;
    private final ChangeLog log;
    private final StreamConfig config;
    private final WakeableTask reader = new WakeableTask("stream", this::readOn);
    private final Set<UniEmitter<? super Void>> waiting = new HashSet<>();
    private Tail tail;
    private boolean closed;
    private int clients;

    /** @param last the number of the brand's latest change, or of one shortly before it */
    BrandFeed(String brand, long last, ChangeLog log, StreamConfig config) {
        this.brand = brand;
        this.tail = Tail.from(last);
        this.log = log;
        this.config = config;
    }

    /** The changes after {@code seq}, as soon as there are any; none where the feed was closed meanwhile. */
    Uni<List<StreamedChange>> after(long seq) {
        var known = tail();
        if (!known.reachesBackTo(seq)) {
            return log.after(brand, seq, config.page());
        }
        if (seq < known.last() || closed()) {
            return Uni.createFrom().item(known.after(seq));
        }
        return newsAfter(seq).chain(() -> after(seq));
    }

    /** Has the brand's changes looked at. */
    void refresh() {
        reader.wake();
    }

    /** Lets everybody who waits go. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        release();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** One client more. */
    synchronized void join() {
        clients++;
    }

    /** One client less; gives whether it was the last one. */
    synchronized boolean leave() {
        clients--;
        return clients == 0;
    }

    private synchronized Tail tail() {
        return tail;
    }

    private Uni<Void> newsAfter(long seq) {
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(() -> forget(emitter));
            if (!waits(emitter, seq)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized boolean waits(UniEmitter<? super Void> emitter, long seq) {
        return !closed && tail.last() <= seq && waiting.add(emitter);
    }

    private synchronized void forget(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }

    private Uni<Boolean> readOn() {
        return log.after(brand, tail().last(), config.page())
                .invoke(this::add)
                .map(read -> read.size() == config.page());
    }

    private void add(List<StreamedChange> read) {
        if (read.isEmpty()) {
            return;
        }
        synchronized (this) {
            tail = tail.with(read, config.tail());
        }
        release();
    }

    private void release() {
        List<UniEmitter<? super Void>> released;
        synchronized (this) {
            released = List.copyOf(waiting);
            waiting.clear();
        }
        released.forEach(emitter -> emitter.complete(null));
    }
}
