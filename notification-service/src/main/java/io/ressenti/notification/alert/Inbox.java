package io.ressenti.notification.alert;

import io.ressenti.contracts.Event;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which events have been taken in. */
@ApplicationScoped
class Inbox {

    /** In the order of the key, so that two instances that were given the same records do not wait for each other in a ring. */
    private static final String INSERT = """
            INSERT INTO inbox (brand, source, event_id)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS event (brand, source, event_id)
            ORDER BY brand, source, event_id
            ON CONFLICT DO NOTHING
            RETURNING brand, source, event_id
            """;

    private record Identity(String brand, String source, String eventId) {

        static Identity of(Event event) {
            return new Identity(event.brand(), event.source(), event.id());
        }
    }

    /** Keeps the events' identities; gives those events that had not been taken in before, in their order, each once. */
    <E extends Event> Uni<List<E>> keepNew(SqlClient connection, List<E> events) {
        var identities = Columns.of(events)
                .text(Event::brand)
                .text(Event::source)
                .text(Event::id)
                .toTuple();
        return connection
                .preparedQuery(INSERT)
                .execute(identities)
                .map(Inbox::identities)
                // An event may stand twice in one batch: its first occurrence takes the identity out.
                .map(fresh -> events.stream()
                        .filter(event -> fresh.remove(Identity.of(event)))
                        .toList());
    }

    private static Set<Identity> identities(RowSet<Row> rows) {
        Set<Identity> identities = new HashSet<>();
        rows.forEach(row -> identities.add(
                new Identity(row.getString("brand"), row.getString("source"), row.getString("event_id"))));
        return identities;
    }
}
