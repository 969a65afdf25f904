package io.ressenti.notification.receiver;

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

    private static final String LIST = "SELECT " + Receiver.COLUMNS + " FROM receiver WHERE brand = $1 ORDER BY name";

    private static final String ONE = "SELECT " + Receiver.COLUMNS + " FROM receiver WHERE brand = $1 AND name = $2";

    /**
     * $5 is the secret asked for, or null; $6 the one that a new receiver gets where none was asked for. A receiver of another kind
     * stays as it is: what waits for it was chosen for its kind.
     */
    private static final String PUT = """
            INSERT INTO receiver AS r (brand, name, kind, url, secret, address, language)
            VALUES ($1, $2, $3, $4, coalesce($5::text, $6::text), $7, $8)
            ON CONFLICT (brand, name) DO UPDATE
                SET url = excluded.url, secret = coalesce($5::text, r.secret), address = excluded.address,
                    language = excluded.language, updated_at = now()
                WHERE r.kind = excluded.kind
            RETURNING %s, (xmax = 0) AS created
            """.formatted(Receiver.COLUMNS);

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
     * @param generated the secret of a new webhook for which {@code request} names none; null for other kinds
     * @return empty where there is a receiver of this name and of another kind: nothing was changed
     */
    Uni<Optional<Stored>> put(String brand, String name, PutReceiverRequest request, String generated) {
        var language = request.mailLanguage();
        var parameters = Tuple.tuple()
                .addString(brand)
                .addString(name)
                .addString(request.kind().name())
                .addString(request.url())
                .addString(request.secret())
                .addString(generated)
                .addString(request.address())
                .addString(language == null ? null : language.name());
        return pool.preparedQuery(PUT).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Stored(Receiver.read(row), row.getBoolean("created")))
                .findFirst());
    }

    /** Removes a receiver; says whether it was there. */
    Uni<Boolean> delete(String brand, String name) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(brand, name)).map(rows -> rows.rowCount() > 0);
    }

    private static List<Receiver> receivers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Receiver::read)
                .toList();
    }
}
