package io.ressenti.scoring.customers;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.model.Moment;
import io.ressenti.scoring.model.ToldScore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps how customers stand. A row is locked, changed in memory by the model, and written, all in one transaction: the
 * arithmetic stands in one place, and two consumers that meet at a customer take turns.
 */
@ApplicationScoped
public class CustomerStates {

    /**
     * Creates what is missing and locks the rest in one statement: a row that is not there yet cannot be locked otherwise, and to
     * lock first and create afterwards is not one order for all, so that two could wait for each other.
     */
    private static final String LOCK = """
            INSERT INTO customer_score AS kept (brand, customer)
            SELECT * FROM unnest($1::text[], $2::text[])
            ON CONFLICT (brand, customer) DO UPDATE SET n = kept.n
            RETURNING *
            """;

    private static final String LOCK_PERSONS = """
            SELECT * FROM customer_score
            WHERE (brand, person) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            ORDER BY brand, customer
            FOR UPDATE
            """;

    private static final String WRITE = """
            UPDATE customer_score AS kept SET
                n = next.n,
                weight = next.weight,
                weighted_value = next.weighted_value,
                squared_weight = next.squared_weight,
                peak_value = next.peak_value,
                peak_at = next.peak_at,
                peak_ordinal = next.peak_ordinal,
                peak_id = next.peak_id,
                last_value = next.last_value,
                last_at = next.last_at,
                last_ordinal = next.last_ordinal,
                last_id = next.last_id,
                best_stated = next.best_stated,
                at_risk = next.at_risk,
                told = next.told,
                band = next.band
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::double precision[], $5::double precision[],
                    $6::double precision[], $7::double precision[], $8::timestamptz[], $9::integer[], $10::uuid[],
                    $11::double precision[], $12::timestamptz[], $13::integer[], $14::uuid[], $15::double precision[],
                    $16::boolean[], $17::double precision[], $18::text[])
                AS next (brand, customer, n, weight, weighted_value, squared_weight, peak_value, peak_at, peak_ordinal,
                    peak_id, last_value, last_at, last_ordinal, last_id, best_stated, at_risk, told, band)
            WHERE kept.brand = next.brand AND kept.customer = next.customer
            """;

    /** A band is the person's, also where nothing was told of it yet. */
    private static final String ASSIGN = """
            UPDATE customer_score AS kept SET
                person = next.person,
                band = CASE WHEN coalesce(next.person, kept.customer) = kept.customer THEN kept.band END
            FROM unnest($1::text[], $2::text[], $3::text[]) AS next (brand, customer, person)
            WHERE kept.brand = next.brand AND kept.customer = next.customer
            """;

    private static final String FORGET = """
            DELETE FROM customer_score AS kept
            USING unnest($1::text[], $2::text[]) AS empty (brand, customer)
            WHERE kept.brand = empty.brand AND kept.customer = empty.customer AND kept.n = 0 AND kept.person IS NULL
            """;

    private record Entry(CustomerKey key, CustomerState state) {}

    /**
     * How {@code customers} stand, and everybody who is the same person as one of them; nobody else changes that before the
     * transaction ends.
     */
    public Uni<Map<CustomerKey, CustomerState>> lock(SqlClient transaction, Collection<CustomerKey> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery(LOCK)
                .execute(keys(new TreeSet<>(customers)))
                .chain(rows -> withTheirPersons(transaction, rows));
    }

    private static Uni<Map<CustomerKey, CustomerState>> withTheirPersons(SqlClient transaction, RowSet<Row> rows) {
        var states = states(rows);
        var persons = mergedPersons(rows);
        if (persons.isEmpty()) {
            return Uni.createFrom().item(states);
        }
        return transaction.preparedQuery(LOCK_PERSONS).execute(keys(persons)).map(members -> {
            states.putAll(states(members));
            return states;
        });
    }

    /** Writes how customers stand now; their rows must be locked. Whom they belong to is not written. */
    public Uni<Void> write(SqlClient transaction, Map<CustomerKey, CustomerState> states) {
        return states.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(WRITE).execute(columns(states)).replaceWithVoid();
    }

    /** Writes whom identifiers belong to; their rows must be locked. One that is missing from {@code persons} stands alone. */
    public Uni<Void> assign(SqlClient transaction, Set<CustomerKey> customers, Map<CustomerKey, CustomerKey> persons) {
        var rows = Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .text(customer ->
                        persons.containsKey(customer) ? persons.get(customer).customer() : null)
                .toTuple();
        return transaction.preparedQuery(ASSIGN).execute(rows).replaceWithVoid();
    }

    /** Removes those of {@code customers} of whom nothing is known: a lock leaves an empty row behind. */
    public Uni<Void> forgetUnknown(SqlClient transaction, Map<CustomerKey, CustomerState> customers) {
        var unknown = customers.entrySet().stream()
                .filter(entry -> entry.getValue().score().n() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(FORGET).execute(keys(unknown)).replaceWithVoid();
    }

    private static Tuple keys(Collection<CustomerKey> customers) {
        return Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .toTuple();
    }

    private static Tuple columns(Map<CustomerKey, CustomerState> states) {
        var entries = states.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
        return Columns.of(entries)
                .text(entry -> entry.key.brand())
                .text(entry -> entry.key.customer())
                .bigint(entry -> score(entry).n())
                .number(entry -> score(entry).weight())
                .number(entry -> score(entry).weightedValue())
                .number(entry -> score(entry).squaredWeight())
                .nullableNumber(peak(Moment::value))
                .time(peak(Moment::at))
                .nullableInteger(peak(Moment::ordinal))
                .uuid(peak(Moment::id))
                .nullableNumber(last(Moment::value))
                .time(last(Moment::at))
                .nullableInteger(last(Moment::ordinal))
                .uuid(last(Moment::id))
                .nullableNumber(entry -> score(entry).bestStated())
                .flag(entry -> entry.state.atRisk())
                .nullableNumber(told(ToldScore::experienced))
                .name(told(ToldScore::band))
                .toTuple();
    }

    private static CustomerScore score(Entry entry) {
        return entry.state.score();
    }

    private static <T> Function<Entry, T> peak(Function<Moment, T> property) {
        return entry ->
                score(entry).peak() == null ? null : property.apply(score(entry).peak());
    }

    private static <T> Function<Entry, T> last(Function<Moment, T> property) {
        return entry ->
                score(entry).last() == null ? null : property.apply(score(entry).last());
    }

    private static <T> Function<Entry, T> told(Function<ToldScore, T> property) {
        return entry -> entry.state.told() == null ? null : property.apply(entry.state.told());
    }

    private static Map<CustomerKey, CustomerState> states(RowSet<Row> rows) {
        Map<CustomerKey, CustomerState> states = new HashMap<>();
        for (var row : rows) {
            states.put(CustomerScoreRow.key(row), CustomerScoreRow.state(row));
        }
        return states;
    }

    private static Set<CustomerKey> mergedPersons(RowSet<Row> rows) {
        Set<CustomerKey> persons = new TreeSet<>();
        for (var row : rows) {
            if (row.getString("person") != null) {
                persons.add(new CustomerKey(row.getString("brand"), row.getString("person")));
            }
        }
        return persons;
    }
}
