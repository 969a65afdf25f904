package io.ressenti.notification.alert;

import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.notification.alert.model.Alert;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes erased customers out of their alerts. The alerts themselves stay, about nobody, so that what is counted of them stays
 * right; what is unresolved is resolved, for nobody can be called any more.
 */
@ApplicationScoped
class AlertEraser {

    private static final Logger LOG = Logger.getLogger(AlertEraser.class);

    /**
     * An alert belongs to the erasure of its customer by the event that opened it, and to that of another identifier, once merged
     * into them, by any event that named it. Each gets a name of its own: nothing links them any more.
     */
    private static final String ANONYMISE = """
            WITH erased AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, erased_at)
            ), belonging (brand, id) AS (
                SELECT alert.brand, alert.id FROM erased JOIN alert USING (brand, customer)
                JOIN alert_change AS opening
                    ON opening.brand = alert.brand AND opening.alert_id = alert.id AND opening.revision = 1
                WHERE opening.received_at <= erased.erased_at
            UNION
                SELECT signal.brand, signal.alert_id FROM erased
                JOIN alert_change AS signal ON signal.brand = erased.brand AND signal.identifier = erased.customer
                WHERE signal.received_at <= erased.erased_at
            )
            UPDATE alert SET customer = 'erased-' || alert.id, journey_id = NULL, cause = NULL
            FROM belonging WHERE alert.brand = belonging.brand AND alert.id = belonging.id
            RETURNING alert.*, alert.cause::text AS cause_text
            """;

    /** What people wrote may name anybody. Deliveries that are still to come are made of these rows. */
    private static final String ANONYMISE_HISTORY = """
            UPDATE alert_change SET note = NULL, root_cause = NULL, identifier = NULL, alert = alert
                || jsonb_build_object('customer', 'erased-' || alert_id, 'journeyId', NULL, 'cause', NULL)
            FROM unnest($1::text[], $2::text[]) AS anonymous (brand, id)
            WHERE alert_change.brand = anonymous.brand AND alert_change.alert_id = anonymous.id
            """;

    private final ErasedCustomers customers;
    private final AlertLedger ledger;
    private final AlertRows rows;

    AlertEraser(ErasedCustomers customers, AlertLedger ledger, AlertRows rows) {
        this.customers = customers;
        this.ledger = ledger;
        this.rows = rows;
    }

    /** Erases in one transaction; erasing again changes nothing. */
    Uni<Void> erase(List<CustomerErased> erased) {
        return ledger.write(connection -> customers
                        .remember(connection, erased)
                        .chain(() -> anonymise(connection, erased))
                        .call(alerts -> anonymiseHistory(connection, alerts))
                        .map(AlertEraser::resolve))
                .invoke(resolved ->
                        LOG.infof("event=customers.erased customers=%d resolved=%d", erased.size(), resolved.size()))
                .replaceWithVoid();
    }

    private Uni<List<Alert>> anonymise(SqlClient connection, List<CustomerErased> erased) {
        var parameters = Columns.of(erased)
                .text(CustomerErased::brand)
                .text(CustomerErased::customer)
                .time(CustomerErased::receivedAt)
                .toTuple();
        return connection.preparedQuery(ANONYMISE).execute(parameters).map(rows::readAll);
    }

    private static Uni<Void> anonymiseHistory(SqlClient connection, List<Alert> alerts) {
        var parameters = Columns.of(alerts)
                .text(alert -> alert.key().brand())
                .text(Alert::id)
                .toTuple();
        return connection.preparedQuery(ANONYMISE_HISTORY).execute(parameters).replaceWithVoid();
    }

    private static List<Change> resolve(List<Alert> alerts) {
        var now = Times.now();
        return alerts.stream()
                .filter(alert -> alert.state() != AlertState.RESOLVED)
                .map(alert -> Change.byErasure(alert, now))
                .toList();
    }
}
