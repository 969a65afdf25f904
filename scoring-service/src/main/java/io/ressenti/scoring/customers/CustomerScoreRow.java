package io.ressenti.scoring.customers;

import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.Moment;
import io.vertx.mutiny.sqlclient.Row;

/** A row of {@code customer_score}. */
public final class CustomerScoreRow {

    private CustomerScoreRow() {}

    /** The score in a row. */
    public static CustomerScore read(Row row) {
        return new CustomerScore(
                row.getLong("n"),
                row.getDouble("weight"),
                row.getDouble("weighted_value"),
                row.getDouble("squared_weight"),
                moment(row, "peak"),
                moment(row, "last"),
                row.getDouble("best_stated"));
    }

    private static Moment moment(Row row, String which) {
        var value = row.getDouble(which + "_value");
        return value == null
                ? null
                : new Moment(
                        value,
                        row.getOffsetDateTime(which + "_at").toInstant(),
                        row.getInteger(which + "_ordinal"),
                        row.getUUID(which + "_id"));
    }
}
