package io.ressenti.notification.alert;

import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.DropEvent;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.Topics;
import io.ressenti.notification.alert.model.AlertKey;
import io.ressenti.notification.alert.model.Alerting;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.notification.alert.model.Finding;
import io.ressenti.notification.rule.Rules;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.platform.privacy.Mention;
import io.ressenti.platform.problem.Failures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Raises alerts from what scoring-service says about dissatisfied customers. */
@ApplicationScoped
class DissatisfactionConsumer {

    /** An alert that is reopened just now can take the place of one about to be opened; the next try finds it. */
    private static final int TRIES_AGAINST_REOPENING = 3;

    private final Intake intake;
    private final ErasedCustomers erasures;
    private final Inbox inbox;
    private final AlertStore alerts;
    private final AlertLedger ledger;

    DissatisfactionConsumer(
            Intake intake, ErasedCustomers erasures, Inbox inbox, AlertStore alerts, AlertLedger ledger) {
        this.intake = intake;
        this.erasures = erasures;
        this.inbox = inbox;
        this.alerts = alerts;
        this.ledger = ledger;
    }

    @Incoming("dissatisfaction")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, Event.class, this::store);
    }

    private Uni<Void> store(List<Received<Event>> received) {
        // Deferred, so that an event that does not belong here fails alone.
        return Uni.createFrom()
                .item(() -> received.stream()
                        .flatMap(DissatisfactionConsumer::aboutCustomers)
                        .toList())
                .chain(this::storeAll);
    }

    /** There is no rule about drops yet: they pass. */
    private static Stream<DissatisfactionEvent> aboutCustomers(Received<Event> received) {
        return switch (received.event()) {
            case DissatisfactionEvent event -> Stream.of(event);
            case DropEvent drop -> Stream.empty();
            case Event other ->
                throw new IllegalArgumentException(
                        other.getClass().getSimpleName() + " does not belong on " + Topics.DISSATISFACTION);
        };
    }

    private Uni<Void> storeAll(List<DissatisfactionEvent> events) {
        return ledger.write(connection -> raise(connection, events))
                .onFailure(Failures::isUniqueViolation)
                .retry()
                .atMost(TRIES_AGAINST_REOPENING)
                .replaceWithVoid();
    }

    private Uni<List<Change>> raise(SqlClient connection, List<DissatisfactionEvent> events) {
        return erasures.standing(connection, events, DissatisfactionConsumer::mention)
                .chain(standing ->
                        erasures.standing(connection, standing, DissatisfactionConsumer::mentionOfIdentifier))
                .chain(standing -> inbox.keepNew(connection, standing))
                .map(fresh -> fresh.stream().map(Rules::find).toList())
                .chain(findings -> apply(connection, findings));
    }

    private static Mention mention(DissatisfactionEvent event) {
        return new Mention(event.brand(), event.customer(), event.receivedAt());
    }

    /** What the causing event named; the same as {@link #mention} where that is the customer. */
    private static Mention mentionOfIdentifier(DissatisfactionEvent event) {
        var named = event.identifier() == null ? event.customer() : event.identifier();
        return new Mention(event.brand(), named, event.receivedAt());
    }

    private Uni<List<Change>> apply(SqlClient connection, List<Finding> findings) {
        var keys = findings.stream()
                .map(Finding::key)
                .distinct()
                .sorted(AlertKey.LOCK_ORDER)
                .toList();
        return alerts.lockUnresolved(connection, keys)
                .map(unresolved -> Alerting.apply(unresolved, findings, Times.now(), () -> UUID.randomUUID()
                        .toString()));
    }
}
