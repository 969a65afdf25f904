package io.ressenti.notification.alert;

import io.ressenti.contracts.AlertChange;
import io.ressenti.notification.alert.model.Alert;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Alerts for those who look at them. */
@ApplicationScoped
class AlertQueries {

    private static final String LIST = """
            SELECT *, cause::text AS cause_text FROM alert
            WHERE brand = $1 AND state = ANY($2) AND severity = ANY($3)
                AND ($4::text IS NULL OR partner = $4) AND ($5::text IS NULL OR touchpoint = $5)
                AND (urgency, opened_at, id) < ($6::smallint, $7::timestamptz, $8::text)
            ORDER BY urgency DESC, opened_at DESC, id DESC
            LIMIT $9
            """;

    private static final String ONE = "SELECT *, cause::text AS cause_text FROM alert WHERE brand = $1 AND id = $2";

    private static final String HISTORY = """
            SELECT revision, change, at, by_whom, note, root_cause, alert ->> 'assignee' AS assignee
            FROM alert_change WHERE brand = $1 AND alert_id = $2 ORDER BY revision
            """;

    private final Pool pool;
    private final AlertRows rows;

    AlertQueries(Pool pool, AlertRows rows) {
        this.pool = pool;
        this.rows = rows;
    }

    /** Alerts of {@code brand}, most urgent first, the youngest first among equally urgent ones. */
    Uni<Page<AlertView>> list(String brand, AlertFilter filter, AlertCursor after, int limit) {
        var parameters = Tuple.tuple()
                .addString(brand)
                .addArrayOfString(names(filter.states()))
                .addArrayOfString(names(filter.severities()))
                .addString(filter.partner())
                .addString(filter.touchpoint())
                .addShort(after.urgency())
                .addOffsetDateTime(Columns.atUtc(after.openedAt()))
                .addString(after.id())
                .addInteger(limit + 1); // one more shows whether another page follows
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(found -> Page.of(rows.readAll(found), limit, AlertCursor::after))
                .map(page -> new Page<>(page.items().stream().map(AlertView::of).toList(), page.next()));
    }

    /** The alert of {@code brand} with that id and its history; empty where there is none. */
    Uni<Optional<AlertDetail>> find(String brand, String id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(brand, id))
                .map(found -> rows.readAll(found).stream().findFirst())
                .chain(alert -> alert.map(one -> withHistory(one).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<AlertDetail> withHistory(Alert alert) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(alert.key().brand(), alert.id()))
                .map(found -> new AlertDetail(AlertView.of(alert), entries(found)));
    }

    private static List<AlertDetail.Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new AlertDetail.Entry(
                        row.getLong("revision"),
                        AlertChange.valueOf(row.getString("change")),
                        Columns.instant(row, "at"),
                        row.getString("by_whom"),
                        row.getString("note"),
                        row.getString("root_cause"),
                        row.getString("assignee")))
                .toList();
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
