package io.ressenti.feedback.collection;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The list's SQL: only the conditions that are asked for, so that each kind of question is planned for the index that answers
 * it.
 *
 * @param sql   the statement
 * @param tuple its parameters
 * @param limit how many items a page holds; the statement finds one more where there is a next page
 */
record FeedbackQuery(String sql, Tuple tuple, int limit) {

    /** Columns in the order of {@link FeedbackView}. */
    static final String COLUMNS = "id, source, customer, journey_id, touchpoint, stage, channel, partner,"
            + " occurred_at, received_at, revision, amended_at, answers::text AS answers, comment, language";

    private static final int MAX_LIMIT = 200;

    /**
     * The query for what a filter asks.
     *
     * @throws ProblemException 422 where a parameter is wrong
     */
    static FeedbackQuery of(String brand, FeedbackFilter filter) {
        var limit = Parameters.limit(filter.limit, MAX_LIMIT);
        var conditions = new Conditions(brand);
        conditions.equal("touchpoint", Parameters.text("touchpoint", filter.touchpoint));
        conditions.equal("customer", Parameters.text("customer", filter.customer));
        conditions.equal("journey_id", Parameters.text("journeyId", filter.journeyId));
        conditions.equal("partner", Parameters.text("partner", filter.partner));
        conditions.time(">=", Parameters.time("from", filter.from, null));
        conditions.time("<", Parameters.time("to", filter.to, null));
        if (filter.cursor != null && !filter.cursor.isBlank()) {
            conditions.after(Cursor.read(filter.cursor, 3));
        }
        return conditions.query(limit);
    }

    /** The cursor that continues after {@code last}. */
    static String cursorAfter(FeedbackView last) {
        return Cursor.of(last.occurredAt().toString(), last.source(), last.id());
    }

    private static final class Conditions {

        private final StringBuilder sql =
                new StringBuilder("SELECT ").append(COLUMNS).append(" FROM feedback WHERE brand = $1");
        private final Tuple tuple;

        Conditions(String brand) {
            this.tuple = Tuple.of(brand);
        }

        void equal(String column, String value) {
            if (value != null) {
                sql.append(" AND ").append(column).append(" = ").append(parameter(value));
            }
        }

        void time(String operator, Instant bound) {
            if (bound != null) {
                sql.append(" AND occurred_at ").append(operator).append(' ').append(parameter(utc(bound)));
            }
        }

        void after(List<String> keys) {
            var occurredAt = parameter(utc(Parameters.time("cursor", keys.get(0), null)));
            sql.append(" AND (occurred_at, source, id) < (%s, %s, %s)"
                    .formatted(occurredAt, parameter(keys.get(1)), parameter(keys.get(2))));
        }

        FeedbackQuery query(int limit) {
            sql.append(" ORDER BY occurred_at DESC, source DESC, id DESC LIMIT ")
                    .append(parameter(limit + 1));
            return new FeedbackQuery(sql.toString(), tuple, limit);
        }

        private String parameter(Object value) {
            tuple.addValue(value);
            return "$" + tuple.size();
        }

        private static OffsetDateTime utc(Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
    }
}
