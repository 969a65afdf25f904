package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.Alert;
import io.ressenti.notification.alert.model.AlertKey;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The alerts as they stand: locked, read and written within the caller's transaction. */
@ApplicationScoped
class AlertStore {

    private static final String LOCK_UNRESOLVED = """
            SELECT alert.*, cause::text AS cause_text
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
                AS wanted (brand, rule, customer, journey_id, place)
            JOIN alert ON alert.brand = wanted.brand AND alert.rule = wanted.rule AND alert.customer = wanted.customer
                AND coalesce(alert.journey_id, '') = coalesce(wanted.journey_id, '') AND alert.state <> 'RESOLVED'
            ORDER BY wanted.place
            FOR UPDATE OF alert
            """;

    private static final String LOCK_ONE =
            "SELECT *, cause::text AS cause_text FROM alert WHERE brand = $1 AND id = $2 FOR UPDATE";

    private static final String SAVE = """
            INSERT INTO alert (brand, id, rule, customer, journey_id, touchpoint, stage, channel, partner, state, severity,
                assignee, signals, value, emotion, cause, caused_at, score_before, score_after, revision, opened_at, updated_at)
            SELECT brand, id, rule, customer, journey_id, touchpoint, stage, channel, partner, state, severity, assignee,
                signals, value, emotion, cause::jsonb, caused_at, score_before, score_after, revision, opened_at, updated_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::float8[], $15::text[], $16::text[],
                $17::timestamptz[], $18::float8[], $19::float8[], $20::bigint[], $21::timestamptz[], $22::timestamptz[])
                AS saved (brand, id, rule, customer, journey_id, touchpoint, stage, channel, partner, state, severity, assignee,
                    signals, value, emotion, cause, caused_at, score_before, score_after, revision, opened_at, updated_at)
            ON CONFLICT (brand, id) DO UPDATE SET
                touchpoint = excluded.touchpoint, stage = excluded.stage, channel = excluded.channel,
                partner = excluded.partner, state = excluded.state, severity = excluded.severity,
                assignee = excluded.assignee, signals = excluded.signals, value = excluded.value,
                emotion = excluded.emotion, cause = excluded.cause, caused_at = excluded.caused_at,
                score_after = excluded.score_after, revision = excluded.revision, updated_at = excluded.updated_at
            """;

    private final AlertRows rows;

    AlertStore(AlertRows rows) {
        this.rows = rows;
    }

    /** The unresolved alerts with one of {@code keys}, locked in the keys' order. */
    Uni<List<Alert>> lockUnresolved(SqlClient connection, List<AlertKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var wanted = Columns.of(keys)
                .text(AlertKey::brand)
                .text(AlertKey::rule)
                .text(AlertKey::customer)
                .text(AlertKey::journeyId)
                .toTuple();
        return connection.preparedQuery(LOCK_UNRESOLVED).execute(wanted).map(rows::readAll);
    }

    /** The alert of {@code brand} with that id, locked; empty where there is none. */
    Uni<Optional<Alert>> lock(SqlClient connection, String brand, String id) {
        return connection.preparedQuery(LOCK_ONE).execute(Tuple.of(brand, id)).map(found -> rows.readAll(found).stream()
                .findFirst());
    }

    /** Writes alerts, new ones and changed ones, each once. */
    Uni<Void> save(SqlClient connection, List<Alert> alerts) {
        return connection.preparedQuery(SAVE).execute(rows.columns(alerts)).replaceWithVoid();
    }
}
