package io.ressenti.scoring.scores;

import io.ressenti.scoring.ScoringConfig;
import io.ressenti.scoring.model.Sums;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collector;

/** Adds up sums for a query. */
@ApplicationScoped
class ScoreRepository {

    /** PostgreSQL's code of a statement that was ended, here by its time limit. */
    private static final String CANCELLED = "57014";

    private final Pool pool;
    private final Duration readTimeout;

    @Inject
    ScoreRepository(Pool pool, ScoringConfig config) {
        this(pool, config.readTimeout());
    }

    /** @param readTimeout after so long the database gives up reading */
    ScoreRepository(Pool pool, Duration readTimeout) {
        this.pool = pool;
        this.readTimeout = readTimeout;
    }

    /**
     * Sums of one row of the answer.
     *
     * @param dimensions value of each dimension asked for, in that order; null: no partner
     * @param bucket     start of the span of time; null where none was asked for
     */
    record Group(Map<String, String> dimensions, OffsetDateTime bucket, Sums sums) {}

    /**
     * The sums of a query; fails with a {@link TooManySumsException} where they are too many, and with a {@link TooSlowException}
     * where the database does not read them in time. To put very many groups together takes
     * a while, and is for the caller to do where that hurts nobody.
     *
     * @param limit so many sums that are not packed are read, and so many are held
     */
    Uni<Totals> totals(String brand, ScoreQuery query, int limit) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(read(new SumsStatement(brand, query, limit), query, limit)))
                .onFailure(ScoreRepository::isTimeout)
                .transform(TooSlowException::new);
    }

    /** Only Vert.x's own interface gives rows one by one. */
    private Future<Totals> read(SumsStatement statement, ScoreQuery query, int limit) {
        return pool.getDelegate().withTransaction(connection -> connection
                .query("SET LOCAL statement_timeout = " + readTimeout.toMillis())
                .execute()
                .compose(set -> read(connection, statement, query, limit)));
    }

    private static Future<Totals> read(SqlConnection connection, SumsStatement statement, ScoreQuery query, int limit) {
        return connection
                .preparedQuery(statement.sql())
                .collecting(Collector.of(
                        () -> new Totals(query, statement.stretches(), limit),
                        Totals::add,
                        ScoreRepository::neverInParallel))
                .execute(statement.parameters().getDelegate())
                .map(SqlResult::value);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof PgException refused && CANCELLED.equals(refused.getSqlState());
    }

    private static Totals neverInParallel(Totals one, Totals other) {
        throw new UnsupportedOperationException("rows come one after the other");
    }
}
