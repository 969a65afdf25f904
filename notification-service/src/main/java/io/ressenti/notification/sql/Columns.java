package io.ressenti.notification.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * The parameters of a multi-row statement: one array per column, for {@code unnest($1::text[], $2::bigint[], …)}. Columns are
 * added in the order of the parameters; a value may be null.
 */
public final class Columns<T> {

    private final List<T> rows;
    private final Tuple parameters = Tuple.tuple();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** A {@code text[]}. */
    public Columns<T> text(Function<T, String> value) {
        parameters.addArrayOfString(rows.stream().map(value).toArray(String[]::new));
        return this;
    }

    /** A {@code text[]} of constants' names. */
    public Columns<T> constant(Function<T, ? extends Enum<?>> value) {
        return text(row -> nameOf(value.apply(row)));
    }

    /** A {@code bigint[]}. */
    public Columns<T> whole(Function<T, Long> value) {
        parameters.addArrayOfLong(rows.stream().map(value).toArray(Long[]::new));
        return this;
    }

    /** A {@code double precision[]}. */
    public Columns<T> number(Function<T, Double> value) {
        parameters.addArrayOfDouble(rows.stream().map(value).toArray(Double[]::new));
        return this;
    }

    /** A {@code timestamptz[]}. */
    public Columns<T> time(Function<T, Instant> value) {
        parameters.addArrayOfOffsetDateTime(
                rows.stream().map(value).map(Columns::atUtc).toArray(OffsetDateTime[]::new));
        return this;
    }

    public Tuple tuple() {
        return parameters;
    }

    /** The instant as the PostgreSQL client wants it; null stays null. */
    public static OffsetDateTime atUtc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant in {@code column} of {@code row}; null where it is null. */
    public static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static String nameOf(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
