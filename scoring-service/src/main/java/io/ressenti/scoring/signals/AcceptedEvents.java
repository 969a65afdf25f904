package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.EventKey;
import io.ressenti.scoring.model.EventKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Remembers which events have counted. */
@ApplicationScoped
class AcceptedEvents {

    private static final String INSERT = """
            INSERT INTO accepted_event (brand, kind, source, id)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
            ON CONFLICT DO NOTHING
            RETURNING brand, kind, source, id
            """;

    /** Marks events as counted; those that had not been, each once and in the order of arrival. */
    Uni<List<Arrival>> keepNew(SqlClient transaction, List<Arrival> arrivals) {
        var keys = new TreeSet<>(arrivals.stream().map(AcceptedEvents::keyOf).toList());
        var row = Columns.of(keys)
                .text(EventKey::brand)
                .name(EventKey::kind)
                .text(EventKey::source)
                .text(EventKey::id)
                .toTuple();
        return transaction.preparedQuery(INSERT).execute(row).map(inserted -> firstOfEach(arrivals, keysOf(inserted)));
    }

    private static List<Arrival> firstOfEach(List<Arrival> arrivals, Set<EventKey> fresh) {
        return arrivals.stream().filter(arrival -> fresh.remove(keyOf(arrival))).toList();
    }

    private static EventKey keyOf(Arrival arrival) {
        return arrival.event().encounter().key();
    }

    private static Set<EventKey> keysOf(RowSet<Row> rows) {
        Set<EventKey> keys = new HashSet<>();
        for (var row : rows) {
            keys.add(new EventKey(
                    row.getString("brand"),
                    EventKind.valueOf(row.getString("kind")),
                    row.getString("source"),
                    row.getString("id")));
        }
        return keys;
    }
}
