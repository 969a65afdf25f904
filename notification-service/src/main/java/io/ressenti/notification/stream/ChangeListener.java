package io.ressenti.notification.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Hears of changes, whichever instance committed them, over PostgreSQL's LISTEN. One connection of the pool is kept for it, and
 * replaced when it is lost; meanwhile the feeds' poll finds what was missed.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);

    private static final long RECONNECT_MILLIS = 1000;

    private final Pool pool;
    private final BrandFeeds feeds;
    private final Vertx vertx;
    private final AtomicBoolean reconnecting = new AtomicBoolean();
    private volatile SqlConnection connection;
    private volatile boolean stopped;

    ChangeListener(Pool pool, BrandFeeds feeds, Vertx vertx) {
        this.pool = pool;
        this.feeds = feeds;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        connect();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private void connect() {
        reconnecting.set(false);
        pool.getConnection()
                .chain(this::listen)
                .subscribe()
                .with(listening -> LOG.info("event=changes.listening"), this::reconnect);
    }

    private Uni<Void> listen(SqlConnection opened) {
        connection = opened;
        opened.closeHandler(() -> reconnect(null));
        return PgConnection.cast(opened)
                .notificationHandler(notification -> feeds.refresh(notification.getPayload()))
                .query("LISTEN alert_change")
                .execute()
                .onFailure()
                .invoke(failure -> opened.closeAndForget())
                .replaceWithVoid();
    }

    /** A connection that breaks at the start is reported twice, as closed and as failed, and replaced once. */
    private void reconnect(Throwable failure) {
        if (stopped || !reconnecting.compareAndSet(false, true)) {
            return;
        }
        LOG.warnf(
                "event=changes.unheard reason=%s",
                failure == null ? "closed" : failure.getClass().getSimpleName());
        vertx.setTimer(RECONNECT_MILLIS, tick -> connect());
    }
}
