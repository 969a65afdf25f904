package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.Stage;
import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.Touchpoint;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/** Reads a brand's whole catalogue: for events, so by the reactive client, without entities. */
@ApplicationScoped
class CatalogueReader {

    private static final String SELECT = """
            SELECT code, revision, stage, partner, channels, (promises -> 'made')::text AS promises
            FROM touchpoint WHERE brand = $1 AND NOT removed
            """;

    /** A server that hangs refuses nothing: without it, events would wait instead of being answered with 503. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Pool pool;
    private final ObjectMapper json;

    CatalogueReader(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Catalogue> read(String brand) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(brand))
                .ifNoItem()
                .after(TIMEOUT)
                .failWith(() -> new TimeoutException("PostgreSQL did not answer in time"))
                .map(this::catalogue);
    }

    private Catalogue catalogue(RowSet<Row> rows) {
        return Catalogue.of(StreamSupport.stream(rows.spliterator(), false)
                .map(this::touchpoint)
                .toList());
    }

    private Touchpoint touchpoint(Row row) {
        return new Touchpoint(
                row.getString("code"),
                row.getLong("revision"),
                Stage.valueOf(row.getString("stage")),
                row.getString("partner"),
                Set.of(row.getArrayOfStrings("channels")),
                promises(row.getString("promises")));
    }

    private List<Promise> promises(String text) {
        try {
            return List.of(json.readValue(text, Promise[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the promises of a touchpoint cannot be read back", e);
        }
    }
}
