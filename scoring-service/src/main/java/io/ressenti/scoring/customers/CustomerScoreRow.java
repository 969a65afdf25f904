package io.ressenti.scoring.customers;

import io.ressenti.contracts.Band;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.model.Moment;
import io.ressenti.scoring.model.ToldScore;
import io.vertx.mutiny.sqlclient.Row;

/** A row of {@code customer_score}. */
public final class CustomerScoreRow {

    private CustomerScoreRow() {}

    static CustomerKey key(Row row) {
        return new CustomerKey(row.getString("brand"), row.getString("customer"));
    }

    /** Whom the identifier belongs to. */
    static CustomerKey person(Row row) {
        var person = row.getString("person");
        return person == null ? key(row) : new CustomerKey(row.getString("brand"), person);
    }

    static CustomerState state(Row row) {
        return new CustomerState(person(row), score(row), row.getBoolean("at_risk"), told(row));
    }

    private static ToldScore told(Row row) {
        var experienced = row.getDouble("told");
        return experienced == null ? null : new ToldScore(experienced, Band.valueOf(row.getString("band")));
    }

    /** The score in a row. */
    public static CustomerScore score(Row row) {
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
