package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.model.EventKey;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.Moment;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.Rating;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.model.Signal;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Keeps every signal that counts. What changes here is noted in {@code signal_change} by the same statement, from where it finds its
 * way into all sums.
 */
@ApplicationScoped
class SignalTable {

    private static final String CHANGE = """
            INSERT INTO signal_change (sign, brand, occurred_at, touchpoint, stage, channel, partner, value, dissatisfied,
                series, rating_series, rating, favourable, unfavourable)
            SELECT %d, brand, occurred_at, touchpoint, stage, channel, partner, value, dissatisfied, series, rating_series,
                rating, favourable, unfavourable
            FROM %s
            """;

    private static final String INSERT = """
            WITH added AS (
                INSERT INTO signal (brand, customer, occurred_at, ordinal, id, event_kind, event_source, event_id,
                    journey_id, touchpoint, stage, channel, partner, received_at, kind, value, emotion, dissatisfied,
                    weight, series, rating_series, rating, favourable, unfavourable)
                SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::uuid[], $6::text[],
                    $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                    $14::timestamptz[], $15::text[], $16::double precision[], $17::text[], $18::boolean[],
                    $19::double precision[], $20::text[], $21::text[], $22::integer[], $23::boolean[], $24::boolean[])
                RETURNING *)
            """ + CHANGE.formatted(1, "added");

    private static final String REMOVE = """
            WITH removed AS (DELETE FROM signal USING %s RETURNING signal.*),
            changed AS (""" + CHANGE.formatted(-1, "removed") + """
            )
            SELECT DISTINCT brand, event_kind, event_source, event_id FROM removed
            """;

    private static final String REMOVE_VERSIONS = REMOVE.formatted("""
            unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
                AS gone (brand, customer, occurred_at, event_kind, event_source, event_id)
            WHERE signal.brand = gone.brand AND signal.customer = gone.customer
                AND signal.occurred_at = gone.occurred_at AND signal.event_kind = gone.event_kind
                AND signal.event_source = gone.event_source AND signal.event_id = gone.event_id
            """);

    private static final String REMOVE_ERASED = REMOVE.formatted("""
            unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, received_at)
            WHERE signal.brand = erased.brand AND signal.customer = erased.customer
                AND signal.received_at <= erased.received_at
            """);

    private static final String OF_CUSTOMERS = """
            SELECT brand, customer, value, weight, occurred_at, ordinal, id, series = $3 AS stated FROM signal
            WHERE (brand, customer) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND id <> ALL ($4)
            """;

    private static final int FETCH = 1_000;

    /** Removes the signals of versions that were replaced, and keeps what counts from now on. */
    Uni<Void> replace(SqlClient transaction, Acceptance acceptance) {
        var signals = acceptance.signals();
        var removed = acceptance.superseded().isEmpty()
                ? Uni.createFrom().voidItem()
                : remove(transaction, acceptance.superseded());
        return signals.isEmpty() ? removed : removed.chain(() -> insert(transaction, signals));
    }

    private static Uni<Void> insert(SqlClient transaction, List<Signal> signals) {
        return transaction.preparedQuery(INSERT).execute(columns(signals)).replaceWithVoid();
    }

    private static Uni<Void> remove(SqlClient transaction, List<Superseded> versions) {
        var gone = Columns.of(versions)
                .text(version -> version.customer().brand())
                .text(version -> version.customer().customer())
                .time(Superseded::occurredAt)
                .name(version -> version.key().kind())
                .text(version -> version.key().source())
                .text(version -> version.key().id())
                .toTuple();
        return transaction.preparedQuery(REMOVE_VERSIONS).execute(gone).replaceWithVoid();
    }

    /** Removes what was received of erased customers until then; gives the events that had said it. */
    Uni<Set<EventKey>> removeErased(SqlClient transaction, Map<CustomerKey, Instant> erasures) {
        var gone = Columns.of(erasures.entrySet())
                .text(erased -> erased.getKey().brand())
                .text(erased -> erased.getKey().customer())
                .time(Map.Entry::getValue)
                .toTuple();
        return transaction.preparedQuery(REMOVE_ERASED).execute(gone).map(SignalTable::events);
    }

    /**
     * What the signals of {@code customers} but those of {@code except} add up to; read piece by piece, for one customer may have very
     * many.
     */
    Uni<Map<CustomerKey, CustomerScore>> scores(
            SqlConnection transaction, Set<CustomerKey> customers, List<ScoredEvent> except) {
        var others = except.stream()
                .filter(event -> customers.contains(event.customer()))
                .flatMap(event -> event.signals().stream())
                .map(Signal::id)
                .toArray(UUID[]::new);
        var of = Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .toTuple()
                .addString(Series.EXPERIENCE_STATED.code())
                .addArrayOfUUID(others);
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

    private static Set<EventKey> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new EventKey(
                        row.getString("brand"),
                        EventKind.valueOf(row.getString("event_kind")),
                        row.getString("event_source"),
                        row.getString("event_id")))
                .collect(Collectors.toSet());
    }

    private static Tuple columns(List<Signal> signals) {
        return Columns.of(signals)
                .text(of(Encounter::brand))
                .text(of(Encounter::customer))
                .time(of(Encounter::occurredAt))
                .integer(Signal::ordinal)
                .uuid(Signal::id)
                .name(of(Encounter::kind))
                .text(of(Encounter::source))
                .text(of(Encounter::eventId))
                .text(of(Encounter::journeyId))
                .text(at(Place::touchpoint))
                .name(at(Place::stage))
                .text(at(Place::channel))
                .text(at(Place::partner))
                .time(of(Encounter::receivedAt))
                .name(Signal::kind)
                .number(Signal::value)
                .name(Signal::emotion)
                .flag(Signal::dissatisfied)
                .number(Signal::weight)
                .text(signal -> signal.series().code())
                .text(rated(rating -> rating.series().code()))
                .nullableInteger(rated(Rating::value))
                .flag(signal -> Boolean.TRUE.equals(rated(Rating::favourable).apply(signal)))
                .flag(signal -> Boolean.TRUE.equals(rated(Rating::unfavourable).apply(signal)))
                .toTuple();
    }

    private static <T> Function<Signal, T> of(Function<Encounter, T> property) {
        return signal -> property.apply(signal.encounter());
    }

    private static <T> Function<Signal, T> at(Function<Place, T> property) {
        return signal -> property.apply(signal.encounter().place());
    }

    private static <T> Function<Signal, T> rated(Function<Rating, T> property) {
        return signal -> signal.rating() == null ? null : property.apply(signal.rating());
    }
}
