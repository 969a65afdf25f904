package io.ressenti.notification.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.notification.delivery.DeliveryQueue;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every change of every alert, numbered per brand without gaps in the order in which the changes become visible. */
@ApplicationScoped
class AlertJournal {

    /** Locks the brands' rows until the transaction ends: that is why numbers become visible in order. */
    private static final String TAKE_NUMBERS = """
            INSERT INTO alert_sequence (brand, last)
            SELECT * FROM unnest($1::text[], $2::bigint[]) AS taken (brand, count) ORDER BY brand
            ON CONFLICT (brand) DO UPDATE SET last = alert_sequence.last + excluded.last
            RETURNING brand, last
            """;

    private static final String INSERT = """
            INSERT INTO alert_change
                (brand, seq, alert_id, revision, change, at, by_whom, note, root_cause, received_at, identifier,
                alert, trace)
            SELECT brand, seq, alert_id, revision, change, at, by_whom, note, root_cause, received_at, identifier,
                alert::jsonb, trace
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::text[],
                $8::text[], $9::text[], $10::timestamptz[], $11::text[], $12::text[], $13::text[])
                AS added (brand, seq, alert_id, revision, change, at, by_whom, note, root_cause, received_at, identifier,
                    alert, trace)
            """;

    /** Reaches the listeners when, and only when, the transaction is committed. */
    private static final String NOTIFY = "SELECT pg_notify('alert_change', brand) FROM unnest($1::text[]) AS brand";

    private record Numbered(long seq, Change change, String traceparent) {}

    private final DeliveryQueue deliveries;
    private final ObjectMapper json;

    AlertJournal(DeliveryQueue deliveries, ObjectMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    /**
     * Adds changes, queues them for the receivers, and has the streams woken at the commit. Do it last in a transaction: other
     * transactions of the same brands wait from here on.
     *
     * @param traceparents the trace that each change is a part of; null where it is not traced
     */
    Uni<Void> append(SqlClient connection, List<Change> changes, List<String> traceparents) {
        var counts = changes.stream().collect(Collectors.groupingBy(Change::brand, Collectors.counting()));
        var brands = List.copyOf(counts.keySet());
        return takeNumbers(connection, brands, counts)
                .map(lastNumbers -> number(changes, traceparents, counts, lastNumbers))
                .call(numbered -> insert(connection, numbered))
                .call(numbered -> enqueue(connection, numbered))
                .chain(() -> connection.preparedQuery(NOTIFY).execute(brandsOf(brands)))
                .replaceWithVoid();
    }

    private static Uni<Map<String, Long>> takeNumbers(
            SqlClient connection, List<String> brands, Map<String, Long> counts) {
        var taken =
                Columns.of(brands).text(Function.identity()).bigint(counts::get).toTuple();
        return connection.preparedQuery(TAKE_NUMBERS).execute(taken).map(AlertJournal::lastNumbers);
    }

    private static Map<String, Long> lastNumbers(RowSet<Row> rows) {
        Map<String, Long> last = new HashMap<>();
        rows.forEach(row -> last.put(row.getString("brand"), row.getLong("last")));
        return last;
    }

    private static List<Numbered> number(
            List<Change> changes, List<String> traceparents, Map<String, Long> counts, Map<String, Long> lastNumbers) {
        Map<String, Long> used = new HashMap<>();
        lastNumbers.forEach((brand, last) -> used.put(brand, last - counts.get(brand)));
        List<Numbered> numbered = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            numbered.add(new Numbered(used.merge(change.brand(), 1L, Long::sum), change, traceparents.get(i)));
        }
        return numbered;
    }

    private Uni<Void> insert(SqlClient connection, List<Numbered> numbered) {
        var rows = Columns.of(numbered)
                .text(row -> row.change().brand())
                .bigint(Numbered::seq)
                .text(row -> row.change().alert().id())
                .bigint(row -> row.change().alert().revision())
                .name(row -> row.change().what())
                .time(row -> row.change().at())
                .text(row -> row.change().by())
                .text(row -> row.change().note())
                .text(row -> row.change().rootCause())
                .time(row -> row.change().receivedAt())
                .text(row -> row.change().identifier())
                .text(row -> snapshot(row.change()))
                .text(Numbered::traceparent)
                .toTuple();
        return connection.preparedQuery(INSERT).execute(rows).replaceWithVoid();
    }

    private Uni<Void> enqueue(SqlClient connection, List<Numbered> numbered) {
        var changes = numbered.stream()
                .map(row -> new DeliveryQueue.Numbered(
                        row.change().brand(), row.seq(), row.change().what()))
                .toList();
        return deliveries.enqueue(connection, changes);
    }

    private String snapshot(Change change) {
        try {
            return json.writeValueAsString(AlertView.of(change.alert()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert cannot be written as JSON", e);
        }
    }

    private static Tuple brandsOf(List<String> brands) {
        return Columns.of(brands).text(Function.identity()).toTuple();
    }
}
