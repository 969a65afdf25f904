package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.EventKey;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Remembers which version of each event counts. */
@ApplicationScoped
class AcceptedEvents {

    /** The order of {@link Version}: a greater revision, an earlier receipt, a smaller fingerprint. */
    private static final String ACCEPT = """
            INSERT INTO accepted_event AS kept (brand, kind, source, id, revision, received_at, fingerprint, customer,
                occurred_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[],
                $7::bigint[], $8::text[], $9::timestamptz[])
            ON CONFLICT (brand, kind, source, id) DO UPDATE SET
                revision = EXCLUDED.revision,
                received_at = EXCLUDED.received_at,
                fingerprint = EXCLUDED.fingerprint,
                customer = EXCLUDED.customer,
                occurred_at = EXCLUDED.occurred_at
            WHERE (EXCLUDED.revision, kept.received_at, kept.fingerprint)
                > (kept.revision, EXCLUDED.received_at, EXCLUDED.fingerprint)
            RETURNING NEW.brand, NEW.kind, NEW.source, NEW.id, OLD.customer AS old_customer,
                OLD.occurred_at AS old_occurred_at
            """;

    private static final String KNOWN = """
            SELECT seen.position::integer FROM accepted_event AS kept
                JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[], $7::bigint[])
                    WITH ORDINALITY AS seen (brand, kind, source, id, revision, received_at, fingerprint, position)
                    USING (brand, kind, source, id)
            WHERE (kept.revision, seen.received_at, seen.fingerprint)
                >= (seen.revision, kept.received_at, kept.fingerprint)
            """;

    private static final String FORGET_CUSTOMERS = """
            UPDATE accepted_event AS kept SET customer = NULL, occurred_at = NULL
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS gone (brand, kind, source, id)
            WHERE kept.brand = gone.brand AND kept.kind = gone.kind AND kept.source = gone.source AND kept.id = gone.id
            """;

    /** In a fixed order, so that instances that write the same rows never wait for each other in a circle. */
    private static final Comparator<ScoredEvent> LOCK_ORDER = Comparator.comparing(ScoredEvent::key);

    /** Keeps what is new or better. No two of {@code events} may be versions of the same event. */
    Uni<Acceptance> accept(SqlClient transaction, List<ScoredEvent> events) {
        var sorted = events.stream().sorted(LOCK_ORDER).toList();
        var rows = versions(sorted)
                .text(whereItStands(event -> event.customer().customer()))
                .time(whereItStands(event -> event.encounter().occurredAt()))
                .toTuple();
        return transaction.preparedQuery(ACCEPT).execute(rows).map(accepted -> acceptance(events, accepted));
    }

    /** The positions of those of {@code events} that would change nothing: they have counted, or a better version has. */
    Uni<Set<Integer>> known(SqlClient transaction, List<ScoredEvent> events) {
        return transaction
                .preparedQuery(KNOWN)
                .execute(versions(events).toTuple())
                .map(AcceptedEvents::positions);
    }

    private static Set<Integer> positions(RowSet<Row> rows) {
        Set<Integer> positions = new HashSet<>();
        rows.forEach(row -> positions.add(row.getInteger("position") - 1)); // SQL counts from 1
        return positions;
    }

    private static Columns<ScoredEvent> versions(List<ScoredEvent> events) {
        return Columns.of(events)
                .text(event -> event.key().brand())
                .name(event -> event.key().kind())
                .text(event -> event.key().source())
                .text(event -> event.key().id())
                .integer(event -> event.version().revision())
                .time(event -> event.version().receivedAt())
                .bigint(event -> event.version().fingerprint());
    }

    /** Keeps no longer whose events these are: their signals are gone. */
    Uni<Void> forgetCustomers(SqlClient transaction, Set<EventKey> events) {
        var rows = Columns.of(events.stream().sorted().toList())
                .text(EventKey::brand)
                .name(EventKey::kind)
                .text(EventKey::source)
                .text(EventKey::id)
                .toTuple();
        return transaction.preparedQuery(FORGET_CUSTOMERS).execute(rows).replaceWithVoid();
    }

    private static <T> Function<ScoredEvent, T> whereItStands(Function<ScoredEvent, T> property) {
        return event -> event.saysSomething() ? property.apply(event) : null;
    }

    private static Acceptance acceptance(List<ScoredEvent> events, RowSet<Row> rows) {
        Set<EventKey> accepted = new HashSet<>();
        List<Superseded> superseded = new ArrayList<>();
        for (var row : rows) {
            var key = key(row);
            accepted.add(key);
            if (row.getString("old_customer") != null) {
                superseded.add(new Superseded(
                        key,
                        new CustomerKey(key.brand(), row.getString("old_customer")),
                        Columns.instant(row, "old_occurred_at")));
            }
        }
        var counted =
                events.stream().filter(event -> accepted.contains(event.key())).toList();
        return new Acceptance(counted, superseded);
    }

    private static EventKey key(Row row) {
        return new EventKey(
                row.getString("brand"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("id"));
    }
}
