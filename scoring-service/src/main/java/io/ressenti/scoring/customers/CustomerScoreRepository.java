package io.ressenti.scoring.customers;

import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import io.ressenti.scoring.customers.CustomerScoreView.SignalView;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads how customers stand. */
@ApplicationScoped
class CustomerScoreRepository {

    private static final String SCORE = "SELECT * FROM customer_score WHERE brand = $1 AND customer = $2 AND n > 0";

    private static final String EXPERIENCED = """
            SELECT sum(weight * value) / sum(weight) AS experienced FROM signal
            WHERE brand = $1 AND customer = $2 AND occurred_at <= $3
            """;

    private static final String NEWEST = """
            SELECT event_id, event_source, touchpoint, stage, channel, partner, journey_id, occurred_at, kind, value,
                emotion, dissatisfied
            FROM signal WHERE brand = $1 AND customer = $2
            ORDER BY occurred_at DESC, ordinal DESC, id DESC LIMIT $3
            """;

    private final Pool pool;

    CustomerScoreRepository(Pool pool) {
        this.pool = pool;
    }

    /** The customer's score; empty where nothing is known of them. */
    Uni<Optional<CustomerScore>> score(CustomerKey key) {
        return pool.preparedQuery(SCORE)
                .execute(Tuple.of(key.brand(), key.customer()))
                .map(rows -> stream(rows).findFirst().map(CustomerScoreRow::read));
    }

    /** The experienced score from the signals up to {@code time}; empty where there was none. */
    Uni<OptionalDouble> experiencedAt(CustomerKey key, Instant time) {
        return pool.preparedQuery(EXPERIENCED)
                .execute(Tuple.of(key.brand(), key.customer(), time.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getDouble("experienced"))
                .map(value -> value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    /** The customer's last signals, newest first. */
    Uni<List<SignalView>> newest(CustomerKey key, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(key.brand(), key.customer(), limit))
                .map(rows -> stream(rows).map(CustomerScoreRepository::signal).toList());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static SignalView signal(Row row) {
        var emotion = row.getString("emotion");
        return new SignalView(
                row.getString("event_id"),
                row.getString("event_source"),
                row.getString("touchpoint"),
                Stage.valueOf(row.getString("stage")),
                row.getString("channel"),
                row.getString("partner"),
                row.getString("journey_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                SignalKind.valueOf(row.getString("kind")),
                row.getDouble("value"),
                emotion == null ? null : Emotion.valueOf(emotion),
                row.getBoolean("dissatisfied"));
    }
}
