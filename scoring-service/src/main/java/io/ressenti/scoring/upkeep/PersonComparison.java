package io.ressenti.scoring.upkeep;

import io.ressenti.scoring.model.Persons;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares who is kept as whom with the merges and un-merges: brand by brand, for there are few of them. */
@ApplicationScoped
class PersonComparison {

    static final String TABLE = "customer_score.person";

    private static final String BRANDS = """
            SELECT brand FROM customer_link UNION SELECT brand FROM customer_score WHERE person IS NOT NULL
            """;

    private static final String LAST = """
            SELECT customer, into_customer FROM (
                SELECT DISTINCT ON (customer) customer, into_customer FROM customer_link
                WHERE brand = $1 AND customer IS NOT NULL
                ORDER BY customer, occurred_at DESC, received_at DESC, id COLLATE "C" DESC, source COLLATE "C" DESC) AS last
            WHERE into_customer IS NOT NULL
            """;

    private static final String STORED = """
            SELECT customer, person FROM customer_score WHERE brand = $1 AND person IS NOT NULL
            """;

    TableReport compare(SqlClient snapshot) {
        var rows = 0L;
        var differences = 0L;
        List<Difference> examples = new ArrayList<>();
        for (var row : snapshot.query(BRANDS).executeAndAwait()) {
            var brand = row.getString("brand");
            var into = pairs(snapshot, LAST, brand);
            var stored = pairs(snapshot, STORED, brand);
            var identifiers = union(union(into.keySet(), Set.copyOf(into.values())), stored.keySet());
            var persons = new Persons(into).of(identifiers);
            var wrong = identifiers.stream()
                    .filter(identifier -> !Objects.equals(stored.get(identifier), persons.get(identifier)))
                    .count();
            rows += identifiers.size();
            differences += wrong;
            if (wrong > 0 && examples.size() < TableReport.MAX_EXAMPLES) {
                examples.add(new Difference(Map.of("brand", brand), count(stored), count(persons)));
            }
        }
        return new TableReport(TABLE, rows, differences, 0, examples);
    }

    private static Map<String, String> pairs(SqlClient snapshot, String query, String brand) {
        Map<String, String> pairs = new HashMap<>();
        RowSet<Row> rows = snapshot.preparedQuery(query).executeAndAwait(Tuple.of(brand));
        rows.forEach(row -> pairs.put(row.getString(0), row.getString(1)));
        return pairs;
    }

    private static Map<String, Double> count(Map<String, String> persons) {
        return Map.of("merged", (double) persons.size());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
