package io.ressenti.feedback.catalogue;

import io.ressenti.contracts.TouchpointCatalogued;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** The table {@code known_touchpoint}: which touchpoints there are, and in which stage. The greatest revision holds. */
@ApplicationScoped
class KnownTouchpoints {

    private static final String LEARN = """
            INSERT INTO known_touchpoint AS known (brand, code, stage, revision, removed)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::boolean[])
            ON CONFLICT (brand, code) DO UPDATE
            SET stage = excluded.stage, revision = excluded.revision, removed = excluded.removed
            WHERE known.revision < excluded.revision
            """;

    private final Pool pool;

    KnownTouchpoints(Pool pool) {
        this.pool = pool;
    }

    /** Takes over what the events say, in whatever order and however often they come. */
    Uni<Void> learn(List<TouchpointCatalogued> events) {
        return pool.preparedQuery(LEARN).execute(rows(latest(events))).replaceWithVoid();
    }

    /** One event per touchpoint, as one statement cannot change a row twice, and in one order, so that instances never deadlock. */
    private static Collection<TouchpointCatalogued> latest(List<TouchpointCatalogued> events) {
        Map<Key, TouchpointCatalogued> latest = events.stream()
                .collect(Collectors.toMap(
                        Key::of,
                        event -> event,
                        BinaryOperator.maxBy(Comparator.comparingLong(TouchpointCatalogued::revision)),
                        () -> new TreeMap<>(Key.ORDER)));
        return latest.values();
    }

    private static Tuple rows(Collection<TouchpointCatalogued> events) {
        return Tuple.tuple()
                .addArrayOfString(
                        events.stream().map(TouchpointCatalogued::brand).toArray(String[]::new))
                .addArrayOfString(
                        events.stream().map(TouchpointCatalogued::code).toArray(String[]::new))
                .addArrayOfString(
                        events.stream().map(event -> event.stage().name()).toArray(String[]::new))
                .addArrayOfLong(
                        events.stream().map(TouchpointCatalogued::revision).toArray(Long[]::new))
                .addArrayOfBoolean(
                        events.stream().map(TouchpointCatalogued::removed).toArray(Boolean[]::new));
    }

    private record Key(String brand, String code) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::brand).thenComparing(Key::code);

        static Key of(TouchpointCatalogued event) {
            return new Key(event.brand(), event.code());
        }
    }
}
