package io.ressenti.touchpoint.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How long each brand keeps its timelines. */
@ApplicationScoped
class RetentionRepository {

    /** A brand that does not keep everything, and the time from which it keeps its lines. */
    record Limit(String brand, OffsetDateTime keptSince) {}

    private static final String FIND = "SELECT days FROM journey_retention WHERE brand = $1";

    private static final String SET = """
            INSERT INTO journey_retention (brand, days) VALUES ($1, $2)
            ON CONFLICT (brand) DO UPDATE SET days = excluded.days
            """;

    private static final String RESET = "DELETE FROM journey_retention WHERE brand = $1";

    private static final String OWN_LIMITS = """
            SELECT brand, now() - make_interval(days => days) AS kept_since FROM journey_retention WHERE days IS NOT NULL
            """;

    /**
     * Goes from brand to brand along the indexes: there are few, and many lines of each. A brand whose last month was dropped has
     * no line any more, and still has its journeys.
     */
    private static final String BRANDS_WITHOUT_RULE = """
            WITH RECURSIVE present (brand) AS (
                SELECT least((SELECT min(brand) FROM journey_entry), (SELECT min(brand) FROM journey))
                UNION ALL
                SELECT least((SELECT min(brand) FROM journey_entry WHERE brand > present.brand),
                             (SELECT min(brand) FROM journey WHERE brand > present.brand))
                FROM present WHERE present.brand IS NOT NULL
            )
            SELECT brand, $1::timestamptz AS kept_since FROM present
            WHERE brand IS NOT NULL AND brand NOT IN (SELECT brand FROM journey_retention)
            """;

    private final Pool pool;

    RetentionRepository(Pool pool) {
        this.pool = pool;
    }

    /** What the brand said itself: a number of days, null for ever; empty where it said nothing. */
    Uni<Optional<RetentionView>> find(String brand) {
        return pool.preparedQuery(FIND).execute(Tuple.of(brand)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new RetentionView(row.getInteger("days"), true))
                .findFirst());
    }

    Uni<Void> set(String brand, Integer days) {
        return pool.preparedQuery(SET).execute(Tuple.of(brand, days)).replaceWithVoid();
    }

    Uni<Void> reset(String brand) {
        return pool.preparedQuery(RESET).execute(Tuple.of(brand)).replaceWithVoid();
    }

    /** The brands that set a limit themselves. */
    Uni<List<Limit>> ownLimits() {
        return pool.query(OWN_LIMITS).execute().map(RetentionRepository::limits);
    }

    /** The brands that said nothing, each with {@code keptSince}. */
    Uni<List<Limit>> othersKeptSince(OffsetDateTime keptSince) {
        return pool.preparedQuery(BRANDS_WITHOUT_RULE)
                .execute(Tuple.of(keptSince))
                .map(RetentionRepository::limits);
    }

    private static List<Limit> limits(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Limit(row.getString("brand"), row.getOffsetDateTime("kept_since")))
                .toList();
    }
}
