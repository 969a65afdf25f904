package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.customers.model.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which identifiers belong to one person. */
@ApplicationScoped
public class CustomerLinks implements CustomerData {

    /** Of two that claim to be the same the one received first stays, whichever comes first. */
    private static final String ADD = """
            INSERT INTO customer_link AS known (brand, source, event_id, customer, into_customer, occurred_at, received_at)
            SELECT DISTINCT ON (brand, source, event_id) *
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
                 AS said (brand, source, event_id, customer, into_customer, occurred_at, received_at)
            ORDER BY brand, source, event_id, received_at, occurred_at, customer, coalesce(into_customer, '')
            ON CONFLICT (brand, source, event_id) DO UPDATE SET
                customer = excluded.customer, into_customer = excluded.into_customer,
                occurred_at = excluded.occurred_at, received_at = excluded.received_at
            WHERE (excluded.received_at, excluded.occurred_at, excluded.customer, coalesce(excluded.into_customer, ''))
                < (known.received_at, known.occurred_at, known.customer, coalesce(known.into_customer, ''))
            """;

    /** What names them, on whatever side. That it was said stays: another that claims to be the same must not take its place. */
    private static final String ERASE = """
            UPDATE customer_link AS link SET customer = NULL, into_customer = NULL
            FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS erased (brand, customer, erased_at)
            WHERE link.brand = erased.brand AND (link.customer = erased.customer OR link.into_customer = erased.customer)
              AND link.received_at <= erased.erased_at
            """;

    /** Which of an identifier's links holds. */
    private static final String LATEST = """
            SELECT into_customer FROM customer_link AS link
            WHERE link.brand = $1 AND link.customer = %s.customer
            ORDER BY occurred_at DESC, received_at DESC, event_id DESC, source DESC LIMIT 1\
            """;

    /**
     * First up to whom the identifier was merged into, then down to all that were merged into these. UNION ends at what was found
     * already, hence circles do no harm; the limit ends the search too, as rows are found one after the other. OFFSET 0 keeps
     * PostgreSQL, which cannot know how few there are, from reading all links at once.
     */
    private static final String PERSON =
            """
            WITH RECURSIVE up (customer) AS (
                SELECT $2::text COLLATE "C"
                UNION
                SELECT latest.into_customer FROM up CROSS JOIN LATERAL (%s) AS latest
                WHERE latest.into_customer IS NOT NULL
            ), whole (customer) AS (
                SELECT customer FROM up
                UNION
                SELECT merged.customer FROM whole
                CROSS JOIN LATERAL (SELECT customer FROM customer_link AS link
                                    WHERE link.brand = $1 AND link.into_customer = whole.customer OFFSET 0) AS merged
                CROSS JOIN LATERAL (%s) AS latest
                WHERE latest.into_customer = whole.customer
            ), found AS (SELECT customer FROM whole LIMIT $3)
            SELECT found.customer, latest.into_customer FROM found LEFT JOIN LATERAL (%s) AS latest ON true
            """.formatted(LATEST.formatted("up"), LATEST.formatted("merged"), LATEST.formatted("found"));

    private final Pool pool;

    CustomerLinks(Pool pool) {
        this.pool = pool;
    }

    /** The person whom {@code identifier} belongs to, by at most {@code limit} of all identifiers. */
    public Uni<Person> person(String brand, String identifier, int limit) {
        return person(pool, brand, identifier, limit);
    }

    /** The same within the transaction of {@code connection}. */
    Uni<Person> person(SqlClient connection, String brand, String identifier, int limit) {
        return connection
                .preparedQuery(PERSON)
                .execute(Tuple.of(brand, identifier, limit))
                .map(CustomerLinks::person);
    }

    /** Adds {@code links} within the transaction of {@code connection}; adding them again changes nothing. */
    Uni<Void> add(SqlClient connection, List<Link> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Columns.of(links)
                .text(Link::brand)
                .text(Link::source)
                .text(Link::eventId)
                .text(Link::customer)
                .text(Link::into)
                .time(Link::occurredAt)
                .time(Link::receivedAt)
                .toTuple();
        return connection.preparedQuery(ADD).execute(parameters).replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, List<CustomerErased> erased) {
        return connection.preparedQuery(ERASE).execute(ErasedColumns.of(erased)).replaceWithVoid();
    }

    private static Person person(RowSet<Row> rows) {
        Set<String> identifiers = new HashSet<>();
        Map<String, String> into = new HashMap<>();
        for (var row : rows) {
            identifiers.add(row.getString("customer"));
            if (row.getString("into_customer") != null) {
                into.put(row.getString("customer"), row.getString("into_customer"));
            }
        }
        return Person.of(identifiers, into);
    }
}
