package io.ressenti.scoring.customers;

import io.ressenti.contracts.Band;
import io.ressenti.scoring.model.Rounded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Lists customers by band. */
@ApplicationScoped
class BandRepository {

    /** Of a person with several identifiers, the one that stands for all has the band, and the sums of all are added up. */
    private static final String LIST = """
            SELECT stands.customer, stands.band, known.n, known.experienced
            FROM customer_score AS stands, LATERAL (
                SELECT sum(n)::bigint AS n, sum(weighted_value) / sum(weight) AS experienced FROM customer_score AS own
                WHERE own.brand = stands.brand AND (own.customer = stands.customer OR own.person = stands.person)
                HAVING sum(n) > 0) AS known
            WHERE stands.brand = $1 AND stands.band = $2 AND stands.customer > $3
            ORDER BY stands.customer
            LIMIT $4
            """;

    private final Pool pool;

    BandRepository(Pool pool) {
        this.pool = pool;
    }

    /** Customers of one band whose identifiers are greater than {@code after}, in order. */
    Uni<List<BandedCustomerView>> list(String brand, Band band, String after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(brand, band.name(), after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BandRepository::view)
                        .toList());
    }

    private static BandedCustomerView view(Row row) {
        return new BandedCustomerView(
                row.getString("customer"),
                Band.valueOf(row.getString("band")),
                Rounded.of(row.getDouble("experienced")),
                row.getLong("n"));
    }
}
