package io.ressenti.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a failure that passes (Kafka or PostgreSQL away) from one that stays. */
public final class Failures {

    /**
     * SQLSTATE classes that speak of the server, not of what was asked of it: connection lost (08), no writing after a failover
     * (25), password being rotated (28), resources short (53), shutdown (57), disk (58).
     */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "25", "28", "53", "57", "58");

    /** Data that does not fit (22), a constraint (23), a limit such as an index row's size (54): the row's own fault. */
    private static final Set<String> ROW_CLASSES = Set.of("22", "23", "54");

    private static final String UNIQUE_VIOLATION = "23505";

    private static final int MAX_DEPTH = 16;

    private Failures() {}

    /** Whether Kafka or PostgreSQL could not be reached, or could not answer in time. */
    public static boolean isUnavailable(Throwable failure) {
        return anyCause(failure, Failures::says);
    }

    /**
     * Whether doing the same again later may succeed: {@link #isUnavailable}, or a refusal of the database that is not a row's
     * own fault. In doubt it waits: an event that waits is not lost.
     */
    public static boolean isTransient(Throwable failure) {
        return isUnavailable(failure)
                || anyCause(failure, cause -> !sqlClass(cause).isEmpty() && !ROW_CLASSES.contains(sqlClass(cause)));
    }

    /** Whether the database refused a row because its unique key is taken. */
    public static boolean isUniqueViolation(Throwable failure) {
        return anyCause(failure, cause -> UNIQUE_VIOLATION.equals(sqlState(cause)));
    }

    private static boolean says(Throwable cause) {
        return switch (cause) {
            case PgException pg -> UNAVAILABLE_CLASSES.contains(sqlClass(pg));
            case SQLException sql -> UNAVAILABLE_CLASSES.contains(sqlClass(sql));
            case ClosedConnectionException closed -> true;
            case RetriableException kafka -> true;
            // A body that is not JSON, or not UTF-8, is an IOException too, and the client's own.
            case JacksonException json -> false;
            case CharConversionException encoding -> false;
            case IOException network -> true;
            case TimeoutException late -> true;
            case io.smallrye.mutiny.TimeoutException late -> true;
            // Of Vert.x's clients, about themselves: a pool or a connection that was closed meanwhile. They say the
            // same way that a parameter's type does not fit the statement, which no row can bring about.
            case NoStackTraceThrowable client -> true;
            default -> saysThatItIsClosed(cause);
        };
    }

    /** Vert.x and Hibernate Reactive report a pool that is closed, or has no connection in time, with just a message too. */
    private static boolean saysThatItIsClosed(Throwable cause) {
        return cause.getMessage() != null
                && (cause.getMessage().startsWith("Timeout")
                        || cause.getMessage().equals("Pool closed")
                        || cause.getMessage().startsWith("Connection pool reached max wait queue size")
                        || cause.getMessage().contains("Connection is closed"));
    }

    private static String sqlClass(Throwable cause) {
        var state = sqlState(cause);
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** The SQLSTATE; Hibernate Reactive tells it by an exception of JDBC's, though it uses no JDBC. */
    private static String sqlState(Throwable cause) {
        var state =
                switch (cause) {
                    case PgException pg -> pg.getSqlState();
                    case SQLException sql -> sql.getSQLState();
                    default -> null;
                };
        return state == null ? "" : state;
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < MAX_DEPTH; cause = cause.getCause(), depth++) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
