package io.ressenti.platform.privacy;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Who was erased, and up to when: a service's table {@code erased_customer}. Erasures and events come over different topics; the
 * table's lock puts each transaction that stores events wholly before an erasure, which then deletes what it stored, or wholly
 * after it, and then the events that were received before are left out.
 */
@ApplicationScoped
public class ErasedCustomers {

    /** Waits for those who hold {@link #VOID}'s lock, and keeps new ones waiting; readers and backups go on. */
    private static final String LOCK = "LOCK TABLE erased_customer IN EXCLUSIVE MODE";

    private static final String REMEMBER = """
            INSERT INTO erased_customer AS known (brand, customer, erased_at)
            SELECT * FROM unnest($1::text[], $2::uuid[], $3::timestamptz[])
            ON CONFLICT (brand, customer) DO UPDATE SET erased_at = greatest(known.erased_at, excluded.erased_at)
            """;

    private static final String VOID = """
            SELECT place FROM unnest($1::text[], $2::uuid[], $3::timestamptz[])
                 WITH ORDINALITY AS said (brand, customer, received_at, place)
            JOIN erased_customer AS erased USING (brand, customer)
            WHERE said.received_at <= erased.erased_at FOR KEY SHARE OF erased
            """;

    private record Key(String brand, UUID customer) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::brand).thenComparing(Key::customer);

        static Key of(CustomerErased erased) {
            return new Key(erased.brand(), Pseudonym.of(erased.brand(), erased.customer()));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Remembers {@code erased} within the transaction of {@code connection}, as its first statement; delete after it what is there
     * of them. Events that are stored meanwhile wait for its end.
     */
    public Uni<Void> remember(SqlClient connection, List<CustomerErased> erased) {
        var latest = latest(erased);
        var parameters = Columns.of(latest.entrySet())
                .text(entry -> entry.getKey().brand())
                .uuid(entry -> entry.getKey().customer())
                .time(Map.Entry::getValue)
                .toTuple();
        return connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(REMEMBER).execute(parameters))
                .replaceWithVoid();
    }

    /**
     * Those of {@code events} that no erasure voids, in their order. Within the transaction of {@code connection}, as its first
     * statement: erasures wait for its end.
     *
     * @param mention whom an event is about
     */
    public <T> Uni<List<T>> standing(SqlClient connection, List<T> events, Function<T, Mention> mention) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        var mentions = events.stream().map(mention).toList();
        var parameters = Columns.of(mentions)
                .text(Mention::brand)
                .uuid(one -> Pseudonym.of(one.brand(), one.customer()))
                .time(Mention::receivedAt)
                .toTuple();
        return connection.preparedQuery(VOID).execute(parameters).map(rows -> {
            var voided = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getInteger("place") - 1)
                    .collect(Collectors.toSet());
            List<T> standing = new ArrayList<>(events.size());
            for (int i = 0; i < events.size(); i++) {
                if (!voided.contains(i)) {
                    standing.add(events.get(i));
                }
            }
            return standing;
        });
    }

    /** A statement can touch a row only once; sorted, so that two instances lock in the same order. */
    private static TreeMap<Key, Instant> latest(List<CustomerErased> erased) {
        var latest = new TreeMap<Key, Instant>();
        erased.forEach(one -> latest.merge(Key.of(one), one.receivedAt(), (a, b) -> a.isAfter(b) ? a : b));
        return latest;
    }
}
