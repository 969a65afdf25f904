package io.ressenti.scoring.signals;

import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.Rating;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.model.Signal;
import io.vertx.mutiny.sqlclient.Row;

/** A row of {@code signal}. */
final class SignalRow {

    private SignalRow() {}

    static Signal read(Row row) {
        var emotion = row.getString("emotion");
        return new Signal(
                row.getUUID("id"),
                row.getInteger("ordinal"),
                encounter(row),
                SignalKind.valueOf(row.getString("kind")),
                row.getDouble("value"),
                emotion == null ? null : Emotion.valueOf(emotion),
                row.getBoolean("dissatisfied"),
                1, // it is in the row's weight
                rating(row),
                null);
    }

    private static Encounter encounter(Row row) {
        return new Encounter(
                EventKind.valueOf(row.getString("event_kind")),
                row.getString("event_source"),
                row.getString("event_id"),
                0, // the row does not tell, and nothing that is taken away depends on it
                row.getString("brand"),
                row.getString("customer"),
                row.getString("journey_id"),
                new Place(
                        row.getString("touchpoint"),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("channel"),
                        row.getString("partner")),
                Columns.instant(row, "occurred_at"),
                Columns.instant(row, "received_at"));
    }

    private static Rating rating(Row row) {
        var series = row.getString("rating_series");
        return series == null
                ? null
                : new Rating(
                        new Series(series),
                        row.getInteger("rating"),
                        row.getBoolean("favourable"),
                        row.getBoolean("unfavourable"));
    }
}
