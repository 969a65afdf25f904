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

    private static final String PERSON = """
            SELECT * FROM customer_score WHERE brand = $1 AND customer = $2
            UNION
            SELECT * FROM customer_score
            WHERE brand = $1 AND person = (SELECT person FROM customer_score WHERE brand = $1 AND customer = $2)
            ORDER BY customer
            """;

    private static final String EXPERIENCED = """
            SELECT sum(weight * value) / sum(weight) AS experienced FROM signal
            WHERE brand = $1 AND customer = ANY($2) AND occurred_at <= $3
            """;

    private static final String NEWEST = """
            SELECT event_id, event_source, touchpoint, stage, channel, partner, journey_id, occurred_at, kind, value,
                emotion, dissatisfied
            FROM signal WHERE brand = $1 AND customer = ANY($2)
            ORDER BY occurred_at DESC, ordinal DESC, id DESC LIMIT $3
            """;

    private final Pool pool;

    CustomerScoreRepository(Pool pool) {
        this.pool = pool;
    }

    /** The person whom an identifier belongs to; empty where nothing is known of them. */
    Uni<Optional<Person>> person(CustomerKey key) {
        return pool.preparedQuery(PERSON)
                .execute(Tuple.of(key.brand(), key.customer()))
                .map(rows -> person(stream(rows).toList()));
    }

    private static Optional<Person> person(List<Row> rows) {
        var score = rows.stream().map(CustomerScoreRow::score).reduce(CustomerScore.NONE, CustomerScore::merge);
        return score.n() == 0
                ? Optional.empty()
                : Optional.of(new Person(
                        CustomerScoreRow.person(rows.getFirst()),
                        rows.stream().map(row -> row.getString("customer")).toList(),
                        score));
    }

    /** The experienced score from the signals up to {@code time}; empty where there was none. */
    Uni<OptionalDouble> experiencedAt(Person person, Instant time) {
        return pool.preparedQuery(EXPERIENCED)
                .execute(of(person).addOffsetDateTime(time.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getDouble("experienced"))
                .map(value -> value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    /** The person's last signals, newest first. */
    Uni<List<SignalView>> newest(Person person, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(of(person).addInteger(limit))
                .map(rows -> stream(rows).map(CustomerScoreRepository::signal).toList());
    }

    private static Tuple of(Person person) {
        return Tuple.of(person.key().brand())
                .addArrayOfString(person.identifiers().toArray(String[]::new));
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
