package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.model.Moment;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.Rating;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.model.Signal;
import io.ressenti.scoring.model.SignalDelta;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Keeps every signal that has counted. */
@ApplicationScoped
class SignalTable {

    private static final String INSERT = """
            INSERT INTO signal (brand, customer, occurred_at, ordinal, id, event_kind, event_source, event_id, journey_id,
                touchpoint, stage, channel, partner, received_at, kind, value, emotion, dissatisfied, weight, series,
                rating_series, rating, favourable, unfavourable, kafka_partition)
            SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::uuid[], $6::text[],
                $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                $14::timestamptz[], $15::text[], $16::double precision[], $17::text[], $18::boolean[],
                $19::double precision[], $20::text[], $21::text[], $22::integer[], $23::boolean[], $24::boolean[],
                $25::integer[])
            """;

    private static final String REMOVE_VERSIONS = """
            DELETE FROM signal
            USING unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
                AS gone (brand, customer, occurred_at, event_kind, event_source, event_id)
            WHERE signal.brand = gone.brand AND signal.customer = gone.customer
                AND signal.occurred_at = gone.occurred_at AND signal.event_kind = gone.event_kind
                AND signal.event_source = gone.event_source AND signal.event_id = gone.event_id
            RETURNING signal.*
            """;

    private static final String REMOVE_ERASED = """
            DELETE FROM signal
            USING unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, received_at)
            WHERE signal.brand = erased.brand AND signal.customer = erased.customer
                AND signal.received_at <= erased.received_at
            RETURNING signal.*
            """;

    private static final String OF_CUSTOMERS = """
            SELECT brand, customer, value, weight, occurred_at, ordinal, id, series = $3 AS stated FROM signal
            WHERE (brand, customer) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            """;

    private static final int FETCH = 1_000;

    /** Keeps what counts from now on. */
    Uni<Void> insert(SqlClient transaction, List<SignalDelta> added) {
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(INSERT).execute(columns(added)).replaceWithVoid();
    }

    /** Removes the signals of versions that were replaced. */
    Uni<List<SignalDelta>> remove(SqlClient transaction, List<Superseded> versions) {
        var gone = Columns.of(versions)
                .text(version -> version.customer().brand())
                .text(version -> version.customer().customer())
                .time(Superseded::occurredAt)
                .name(version -> version.key().kind())
                .text(version -> version.key().source())
                .text(version -> version.key().id())
                .toTuple();
        return transaction.preparedQuery(REMOVE_VERSIONS).execute(gone).map(SignalTable::removed);
    }

    /** Removes what was received of erased customers until then. */
    Uni<List<SignalDelta>> removeErased(SqlClient transaction, Map<CustomerKey, Instant> erasures) {
        var gone = Columns.of(erasures.entrySet())
                .text(erased -> erased.getKey().brand())
                .text(erased -> erased.getKey().customer())
                .time(Map.Entry::getValue)
                .toTuple();
        return transaction.preparedQuery(REMOVE_ERASED).execute(gone).map(SignalTable::removed);
    }

    /** What the signals of {@code customers} add up to; read piece by piece, for one customer may have very many. */
    Uni<Map<CustomerKey, CustomerScore>> scores(SqlConnection transaction, Set<CustomerKey> customers) {
        var of = Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .toTuple()
                .addString(Series.EXPERIENCE_STATED.code());
        return transaction
                .prepare(OF_CUSTOMERS)
                .onItem()
                .transformToMulti(query -> query.createStream(FETCH, of).toMulti())
                .collect()
                .in(HashMap::new, SignalTable::add);
    }

    private static void add(Map<CustomerKey, CustomerScore> scores, Row row) {
        var customer = new CustomerKey(row.getString("brand"), row.getString("customer"));
        var moment = new Moment(
                row.getDouble("value"),
                Columns.instant(row, "occurred_at"),
                row.getInteger("ordinal"),
                row.getUUID("id"));
        scores.merge(
                customer,
                CustomerScore.of(moment, row.getDouble("weight"), row.getBoolean("stated")),
                CustomerScore::merge);
    }

    private static List<SignalDelta> removed(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SignalDelta(SignalRow.read(row), row.getInteger("kafka_partition"), true))
                .toList();
    }

    private static Tuple columns(List<SignalDelta> deltas) {
        return Columns.of(deltas)
                .text(of(Encounter::brand))
                .text(of(Encounter::customer))
                .time(of(Encounter::occurredAt))
                .integer(delta -> delta.signal().ordinal())
                .uuid(signal(Signal::id))
                .name(of(Encounter::kind))
                .text(of(Encounter::source))
                .text(of(Encounter::eventId))
                .text(of(Encounter::journeyId))
                .text(at(Place::touchpoint))
                .name(at(Place::stage))
                .text(at(Place::channel))
                .text(at(Place::partner))
                .time(of(Encounter::receivedAt))
                .name(signal(Signal::kind))
                .number(delta -> delta.signal().value())
                .name(signal(Signal::emotion))
                .flag(delta -> delta.signal().dissatisfied())
                .number(delta -> delta.signal().weight())
                .text(delta -> delta.signal().series().code())
                .text(rated(rating -> rating.series().code()))
                .nullableInteger(rated(Rating::value))
                .flag(delta -> Boolean.TRUE.equals(rated(Rating::favourable).apply(delta)))
                .flag(delta -> Boolean.TRUE.equals(rated(Rating::unfavourable).apply(delta)))
                .integer(SignalDelta::partition)
                .toTuple();
    }

    private static <T> Function<SignalDelta, T> signal(Function<Signal, T> property) {
        return delta -> property.apply(delta.signal());
    }

    private static <T> Function<SignalDelta, T> of(Function<Encounter, T> property) {
        return delta -> property.apply(delta.signal().encounter());
    }

    private static <T> Function<SignalDelta, T> at(Function<Place, T> property) {
        return delta -> property.apply(delta.signal().encounter().place());
    }

    private static <T> Function<SignalDelta, T> rated(Function<Rating, T> property) {
        return delta -> delta.signal().rating() == null
                ? null
                : property.apply(delta.signal().rating());
    }
}
