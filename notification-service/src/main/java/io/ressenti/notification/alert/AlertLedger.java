package io.ressenti.notification.alert;

import io.ressenti.contracts.AlertChanged;
import io.ressenti.contracts.Topics;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.notification.delivery.DeliveryWorker;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.platform.trace.Origin;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * The one way in which alerts change: alerts, their history, deliveries and events in one transaction; whoever waits for them
 * is woken once it is committed.
 */
@ApplicationScoped
class AlertLedger {

    private final Pool pool;
    private final AlertStore alerts;
    private final AlertJournal journal;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final DeliveryWorker deliveries;
    private final AlertMetrics metrics;
    private final Traces traces;

    AlertLedger(
            Pool pool,
            AlertStore alerts,
            AlertJournal journal,
            Outbox outbox,
            OutboxRelay relay,
            DeliveryWorker deliveries,
            AlertMetrics metrics,
            Traces traces) {
        this.pool = pool;
        this.alerts = alerts;
        this.journal = journal;
        this.outbox = outbox;
        this.relay = relay;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.traces = traces;
    }

    /**
     * Lets {@code decide} lock and read what it needs and say what changes, and writes that.
     *
     * @param decide runs within the transaction; where it fails, nothing changes
     * @return the changes, committed
     */
    Uni<List<Change>> write(Function<SqlConnection, Uni<List<Change>>> decide) {
        return pool.withTransaction(connection -> decide.apply(connection).call(changes -> record(connection, changes)))
                .invoke(this::announce);
    }

    private Uni<Void> record(SqlConnection connection, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var events = changes.stream().map(AlertLedger::event).toList();
        var traceparents = changes.stream()
                .map(change -> traces.create(Topics.ALERTS, origin(change)))
                .toList();
        return alerts.save(connection, List.copyOf(Change.latest(changes)))
                .chain(() -> outbox.add(connection, Topics.ALERTS, events, traceparents))
                .chain(() -> journal.append(connection, changes, traceparents));
    }

    private void announce(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        metrics.record(changes);
        relay.wake();
        deliveries.wake();
    }

    /** The fact behind a change; null where a person is. */
    static Origin origin(Change change) {
        var fact = change.fact();
        return fact == null ? null : new Origin(change.brand(), fact.source(), fact.id());
    }

    private static AlertChanged event(Change change) {
        var alert = change.alert();
        var worst = alert.worst();
        return new AlertChanged(
                alert.id() + ":" + alert.revision(),
                "ressenti/notification-service",
                change.brand(),
                alert.id(),
                alert.revision(),
                change.what(),
                alert.state(),
                alert.severity(),
                alert.key().rule(),
                alert.key().customer(),
                alert.key().journeyId(),
                worst.touchpoint(),
                worst.stage(),
                worst.channel(),
                worst.partner(),
                alert.assignee(),
                alert.signals(),
                worst.value(),
                worst.cause(),
                alert.openedAt(),
                change.at());
    }
}
