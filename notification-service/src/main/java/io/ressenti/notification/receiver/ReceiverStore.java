package io.ressenti.notification.receiver;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The receivers of all brands. */
@ApplicationScoped
class ReceiverStore {

    private static final String COLUMNS = "brand, name, kind, url, secret, created_at, updated_at";

    private static final String LIST = "SELECT " + COLUMNS + " FROM receiver WHERE brand = $1 ORDER BY name";

    private static final String ONE = "SELECT " + COLUMNS + " FROM receiver WHERE brand = $1 AND name = $2";

    /** $5 is the secret asked for, or null; $6 the one that a new receiver gets where none was asked for. */
    private static final String PUT = """
            INSERT INTO receiver AS r (brand, name, kind, url, secret) VALUES ($1, $2, $3, $4, coalesce($5::text, $6::text))
            ON CONFLICT (brand, name) DO UPDATE
                SET kind = excluded.kind, url = excluded.url, secret = coalesce($5::text, r.secret), updated_at = now()
            RETURNING r.brand, r.name, r.kind, r.url, r.secret, r.created_at, r.updated_at, (xmax = 0) AS created
            """;

    /** Its deliveries go with it. */
    private static final String DELETE = "DELETE FROM receiver WHERE brand = $1 AND name = $2";

    /**
     * What a PUT did.
     *
     * @param created whether the receiver is new
     */
    record Stored(Receiver receiver, boolean created) {}

    private final Pool pool;

    ReceiverStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Receiver>> list(String brand) {
        return pool.preparedQuery(LIST).execute(Tuple.of(brand)).map(ReceiverStore::receivers);
    }

    Uni<Optional<Receiver>> find(String brand, String name) {
        return pool.preparedQuery(ONE).execute(Tuple.of(brand, name)).map(rows -> receivers(rows).stream()
                .findFirst());
    }

    /**
     * Creates or replaces a receiver.
     *
     * @param generated the secret of a new receiver for which {@code request} names none
     */
    Uni<Stored> put(String brand, String name, PutReceiverRequest request, String generated) {
        var parameters = Tuple.of(brand, name, request.kind().name(), request.url(), request.secret(), generated);
        return pool.preparedQuery(PUT)
                .execute(parameters)
                .map(rows -> rows.iterator().next())
                .map(row -> new Stored(receiver(row), row.getBoolean("created")));
    }

    /** Removes a receiver; says whether it was there. */
    Uni<Boolean> delete(String brand, String name) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(brand, name)).map(rows -> rows.rowCount() > 0);
    }

    private static List<Receiver> receivers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ReceiverStore::receiver)
                .toList();
    }

    private static Receiver receiver(Row row) {
        return new Receiver(
                row.getString("brand"),
                row.getString("name"),
                ReceiverKind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getString("secret"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
