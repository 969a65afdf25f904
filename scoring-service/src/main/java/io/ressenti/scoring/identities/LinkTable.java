package io.ressenti.scoring.identities;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.Persons;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every merge and un-merge, of one brand at a time. */
@ApplicationScoped
class LinkTable {

    /** Until the transaction ends nobody else changes who is whom in this brand: it happens seldom. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('identities ' || current_schema() || ' ' || $1, 0))";

    /** Of two that claim to be the same the one received first stays, whichever comes first. */
    private static final String KEEP = """
            INSERT INTO customer_link AS kept (brand, source, id, customer, into_customer, occurred_at, received_at)
            SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
            ON CONFLICT (brand, source, id) DO UPDATE SET
                customer = EXCLUDED.customer,
                into_customer = EXCLUDED.into_customer,
                occurred_at = EXCLUDED.occurred_at,
                received_at = EXCLUDED.received_at,
                holds = false
            WHERE (EXCLUDED.received_at, EXCLUDED.occurred_at, EXCLUDED.customer, coalesce(EXCLUDED.into_customer, ''))
                < (kept.received_at, kept.occurred_at, kept.customer, coalesce(kept.into_customer, ''))
            RETURNING NEW.customer, OLD.customer AS old_customer
            """;

    /** That there was one stays: another that claims to be the same must not take its place. */
    private static final String FORGET = """
            UPDATE customer_link AS kept SET customer = NULL, into_customer = NULL, holds = false
            FROM unnest($2::text[], $3::timestamptz[]) AS erased (customer, received_at)
            WHERE kept.brand = $1 AND (kept.customer = erased.customer OR kept.into_customer = erased.customer)
                AND kept.received_at <= erased.received_at
            RETURNING OLD.customer
            """;

    private static final String DECIDE = """
            UPDATE customer_link AS link SET holds = (link.source, link.id) = (last.source, last.id)
            FROM unnest($2::text[]) AS changed (customer), LATERAL (
                SELECT source, id FROM customer_link
                WHERE brand = $1 AND customer = changed.customer
                ORDER BY occurred_at DESC, received_at DESC, id COLLATE "C" DESC, source COLLATE "C" DESC
                LIMIT 1) AS last
            WHERE link.brand = $1 AND link.customer = changed.customer
            """;

    /** Everybody who is linked to one of $2, in either direction, by links that hold. */
    private static final String REACHED = """
            WITH RECURSIVE reached (customer) AS (
                SELECT * FROM unnest($2::text[])
            UNION
                SELECT CASE WHEN link.customer = reached.customer THEN link.into_customer ELSE link.customer END
                FROM reached JOIN customer_link AS link
                    ON link.brand = $1 AND link.holds AND link.into_customer IS NOT NULL
                        AND (link.customer = reached.customer OR link.into_customer = reached.customer)
            )
            SELECT reached.customer, link.into_customer
            FROM reached LEFT JOIN customer_link AS link
                ON link.brand = $1 AND link.holds AND link.customer = reached.customer
            """;

    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::source).thenComparing(Link::id);

    /**
     * Identifiers, and what leads from one to another.
     *
     * @param customers with everybody who is the same person as one of them
     */
    record Links(Set<CustomerKey> customers, Persons persons) {}

    Uni<Void> lock(SqlClient transaction, String brand) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(brand)).replaceWithVoid();
    }

    /** Keeps merges and un-merges; whom they are, or were, about. */
    Uni<Set<CustomerKey>> keep(SqlClient transaction, String brand, List<Link> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var rows = Columns.of(links.stream().sorted(ORDER).toList())
                .text(Link::source)
                .text(Link::id)
                .text(Link::customer)
                .text(Link::into)
                .time(Link::occurredAt)
                .time(Link::receivedAt);
        return transaction.preparedQuery(KEEP).execute(rows.toTuple(brand)).map(kept -> customers(brand, kept));
    }

    /** Forgets what was received of erased customers until then; whom it was about. */
    Uni<Set<CustomerKey>> forget(SqlClient transaction, String brand, Map<CustomerKey, Instant> erasures) {
        if (erasures.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var erased = Columns.of(erasures.entrySet())
                .text(erasure -> erasure.getKey().customer())
                .time(Map.Entry::getValue);
        return transaction.preparedQuery(FORGET).execute(erased.toTuple(brand)).map(gone -> customers(brand, gone));
    }

    /** Decides anew which link of each of {@code customers} holds: the last one. */
    Uni<Void> decide(SqlClient transaction, String brand, Set<CustomerKey> customers) {
        return transaction
                .preparedQuery(DECIDE)
                .execute(names(brand, customers))
                .replaceWithVoid();
    }

    /** Everybody who is the same person as one of {@code customers}, themselves included. */
    Uni<Links> reachedFrom(SqlClient transaction, String brand, Set<CustomerKey> customers) {
        return transaction
                .preparedQuery(REACHED)
                .execute(names(brand, customers))
                .map(rows -> links(brand, rows));
    }

    private static Tuple names(String brand, Set<CustomerKey> customers) {
        return Columns.of(customers).text(CustomerKey::customer).toTuple(brand);
    }

    private static Set<CustomerKey> customers(String brand, RowSet<Row> rows) {
        Set<CustomerKey> customers = new TreeSet<>();
        for (var row : rows) {
            for (var column = 0; column < row.size(); column++) {
                if (row.getString(column) != null) {
                    customers.add(new CustomerKey(brand, row.getString(column)));
                }
            }
        }
        return customers;
    }

    private static Links links(String brand, RowSet<Row> rows) {
        Set<CustomerKey> customers = new HashSet<>();
        Map<String, String> into = new HashMap<>();
        for (var row : rows) {
            var customer = row.getString("customer");
            customers.add(new CustomerKey(brand, customer));
            if (row.getString("into_customer") != null) {
                into.put(customer, row.getString("into_customer"));
            }
        }
        return new Links(customers, new Persons(into));
    }
}
