package io.ressenti.scoring.signals;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers whose events are void, without keeping who it was. Nobody is erased while events are counted: who counts says so with a
 * lock that any number can have, and who erases waits for all of them. Who reads the table, to save it for instance, is in nobody's way.
 */
@ApplicationScoped
public class Erasures {

    private static final String WHILE_COUNTING = "LOCK TABLE erased_customer IN ROW SHARE MODE";

    private static final String WHILE_ERASING = "LOCK TABLE erased_customer IN EXCLUSIVE MODE";

    private static final String KNOWN =
            "SELECT pseudonym, received_at FROM erased_customer WHERE pseudonym = ANY($1::uuid[])";

    private static final String KEEP = """
            INSERT INTO erased_customer AS kept (pseudonym, brand, received_at)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[])
            ON CONFLICT (pseudonym) DO UPDATE SET received_at = greatest(kept.received_at, EXCLUDED.received_at)
            """;

    private static final BinaryOperator<CustomerErased> LAST =
            BinaryOperator.maxBy(Comparator.comparing(CustomerErased::receivedAt));

    /** Nobody is erased before {@code transaction} ends. */
    Uni<Void> holdOff(SqlClient transaction) {
        return transaction.query(WHILE_COUNTING).execute().replaceWithVoid();
    }

    /** Nothing is counted before {@code transaction} ends. To be called before it locks anything that who counts waits for. */
    public Uni<Void> begin(SqlClient transaction) {
        return transaction.query(WHILE_ERASING).execute().replaceWithVoid();
    }

    /** Until when what was received of {@code customers} is void; who was never erased is missing. */
    public Uni<Map<CustomerKey, Instant>> of(SqlClient transaction, Collection<CustomerKey> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var byPseudonym = customers.stream()
                .collect(Collectors.toMap(
                        customer -> Pseudonym.of(customer.brand(), customer.customer()),
                        Function.identity(),
                        (a, b) -> a));
        var pseudonyms = byPseudonym.keySet().toArray(UUID[]::new);
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.tuple().addArrayOfUUID(pseudonyms))
                .map(rows -> erased(byPseudonym, rows));
    }

    /** Keeps that these customers were erased. */
    public Uni<Void> keep(SqlClient transaction, List<CustomerErased> erasures) {
        if (erasures.isEmpty()) {
            return Uni.createFrom().voidItem(); // who erases nobody must not wait for who does
        }
        var last = erasures.stream().collect(Collectors.toMap(Erasures::pseudonym, Function.identity(), LAST));
        var rows = Columns.of(last.values().stream()
                        .sorted(Comparator.comparing(Erasures::pseudonym))
                        .toList())
                .uuid(Erasures::pseudonym)
                .text(CustomerErased::brand)
                .time(CustomerErased::receivedAt)
                .toTuple();
        return transaction.preparedQuery(KEEP).execute(rows).replaceWithVoid();
    }

    private static UUID pseudonym(CustomerErased erased) {
        return Pseudonym.of(erased.brand(), erased.customer());
    }

    private static Map<CustomerKey, Instant> erased(Map<UUID, CustomerKey> byPseudonym, RowSet<Row> rows) {
        Map<CustomerKey, Instant> erased = new HashMap<>();
        for (var row : rows) {
            erased.put(byPseudonym.get(row.getUUID("pseudonym")), Columns.instant(row, "received_at"));
        }
        return erased;
    }
}
