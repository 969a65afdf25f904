package io.ressenti.scoring.customers;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.CustomerStanding;
import io.ressenti.scoring.model.Moment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Keeps how customers stand. A row is locked, changed in memory by the model, and written, all in one transaction: the
 * arithmetic stands in one place, and two consumers that meet at a customer take turns.
 */
@ApplicationScoped
public class CustomerStandings {

    /** Creates what is missing and locks the rest in one statement: a row that is not there yet cannot be locked otherwise. */
    private static final String LOCK = """
            INSERT INTO customer_score AS kept (brand, customer)
            SELECT * FROM unnest($1::text[], $2::text[])
            ON CONFLICT (brand, customer) DO UPDATE SET n = kept.n
            RETURNING *
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
                at_risk = next.at_risk
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::double precision[], $5::double precision[],
                    $6::double precision[], $7::double precision[], $8::timestamptz[], $9::integer[], $10::uuid[],
                    $11::double precision[], $12::timestamptz[], $13::integer[], $14::uuid[], $15::double precision[],
                    $16::boolean[])
                AS next (brand, customer, n, weight, weighted_value, squared_weight, peak_value, peak_at, peak_ordinal,
                    peak_id, last_value, last_at, last_ordinal, last_id, best_stated, at_risk)
            WHERE kept.brand = next.brand AND kept.customer = next.customer
            """;

    private record Entry(CustomerKey key, CustomerStanding standing) {}

    /** How {@code customers} stand; nobody else changes that before the transaction ends. */
    public Uni<Map<CustomerKey, CustomerStanding>> lock(SqlClient transaction, SortedSet<CustomerKey> customers) {
        var keys = Columns.of(customers)
                .text(CustomerKey::brand)
                .text(CustomerKey::customer)
                .toTuple();
        return transaction.preparedQuery(LOCK).execute(keys).map(CustomerStandings::standings);
    }

    /** Writes how customers stand now; their rows must be locked. */
    public Uni<Void> write(SqlClient transaction, Map<CustomerKey, CustomerStanding> standings) {
        return transaction.preparedQuery(WRITE).execute(columns(standings)).replaceWithVoid();
    }

    private static Tuple columns(Map<CustomerKey, CustomerStanding> standings) {
        var entries = standings.entrySet().stream()
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
                .flag(entry -> entry.standing.atRisk())
                .toTuple();
    }

    private static CustomerScore score(Entry entry) {
        return entry.standing.score();
    }

    private static <T> Function<Entry, T> peak(Function<Moment, T> property) {
        return entry -> property.apply(score(entry).peak());
    }

    private static <T> Function<Entry, T> last(Function<Moment, T> property) {
        return entry -> property.apply(score(entry).last());
    }

    private static Map<CustomerKey, CustomerStanding> standings(RowSet<Row> rows) {
        Map<CustomerKey, CustomerStanding> standings = new HashMap<>();
        for (var row : rows) {
            var key = new CustomerKey(row.getString("brand"), row.getString("customer"));
            standings.put(key, new CustomerStanding(CustomerScoreRow.read(row), row.getBoolean("at_risk")));
        }
        return standings;
    }
}
