package io.ressenti.notification.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.alert.model.Alert;
import io.ressenti.notification.alert.model.AlertKey;
import io.ressenti.notification.alert.model.Evidence;
import io.ressenti.platform.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** An alert as a row of the table {@code alert}, and back. */
@ApplicationScoped
class AlertRows {

    private final ObjectMapper json;

    AlertRows(ObjectMapper json) {
        this.json = json;
    }

    /** The alerts in {@code rows}, which hold the cause once more as text in {@code cause_text}. */
    List<Alert> readAll(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::read).toList();
    }

    /** The columns in the order of the statement that saves alerts. */
    Tuple columns(List<Alert> alerts) {
        return Columns.of(alerts)
                .text(alert -> alert.key().brand())
                .text(Alert::id)
                .text(alert -> alert.key().rule())
                .text(alert -> alert.key().customer())
                .text(alert -> alert.key().journeyId())
                .text(alert -> alert.worst().touchpoint())
                .name(alert -> alert.worst().stage())
                .text(alert -> alert.worst().channel())
                .text(alert -> alert.worst().partner())
                .name(Alert::state)
                .name(Alert::severity)
                .text(Alert::assignee)
                .bigint(Alert::signals)
                .number(alert -> alert.worst().value())
                .name(alert -> alert.worst().emotion())
                .text(alert -> write(alert.worst().cause()))
                .time(alert -> alert.worst().occurredAt())
                .nullableNumber(Alert::scoreBefore)
                .nullableNumber(Alert::scoreAfter)
                .bigint(Alert::revision)
                .time(Alert::openedAt)
                .time(Alert::updatedAt)
                .toTuple();
    }

    private Alert read(Row row) {
        return new Alert(
                row.getString("id"),
                new AlertKey(
                        row.getString("brand"),
                        row.getString("rule"),
                        row.getString("customer"),
                        row.getString("journey_id")),
                AlertState.valueOf(row.getString("state")),
                Severity.valueOf(row.getString("severity")),
                row.getString("assignee"),
                row.getInteger("signals"),
                evidence(row),
                row.getDouble("score_before"),
                row.getDouble("score_after"),
                row.getLong("revision"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "updated_at"));
    }

    private Evidence evidence(Row row) {
        var emotion = row.getString("emotion");
        return new Evidence(
                row.getString("touchpoint"),
                Stage.valueOf(row.getString("stage")),
                row.getString("channel"),
                row.getString("partner"),
                row.getDouble("value"),
                emotion == null ? null : Emotion.valueOf(emotion),
                cause(row.getString("cause_text")),
                Columns.instant(row, "caused_at"));
    }

    private Cause cause(String text) {
        try {
            return text == null ? null : json.readValue(text, Cause.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored cause cannot be read", e);
        }
    }

    private String write(Cause cause) {
        try {
            return cause == null ? null : json.writeValueAsString(cause);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cause cannot be written as JSON", e);
        }
    }
}
