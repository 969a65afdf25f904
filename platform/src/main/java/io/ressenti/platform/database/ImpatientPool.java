package io.ressenti.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Backpressure: who finds no connection waits for a few seconds in a queue that is bounded, and is then told to come back. */
@Singleton
class ImpatientPool implements PgPoolCreator {

    private static final int ACQUISITION_SECONDS = 5;
    private static final int MAX_WAITING = 1000;

    @Override
    public Pool create(Input input) {
        input.poolOptions()
                .setConnectionTimeout(ACQUISITION_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(MAX_WAITING);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
