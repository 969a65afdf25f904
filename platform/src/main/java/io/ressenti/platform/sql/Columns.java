package io.ressenti.platform.sql;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The parameters of a multi-row statement: one array per column, for {@code unnest($1::text[], $2::bigint[], …)}. Columns are
 * added in the order of the parameters.
 */
public final class Columns<R> {

    private final List<R> rows;
    private final Tuple columns = Tuple.tuple();

    private Columns(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> text(Function<R, String> value) {
        columns.addArrayOfString(array(value, String[]::new));
        return this;
    }

    /** The name of an enum's constant; null stays null. */
    public Columns<R> name(Function<R, ? extends Enum<?>> value) {
        return text(row -> {
            var constant = value.apply(row);
            return constant == null ? null : constant.name();
        });
    }

    public Columns<R> time(Function<R, Instant> value) {
        columns.addArrayOfOffsetDateTime(array(row -> atUtc(value.apply(row)), OffsetDateTime[]::new));
        return this;
    }

    public Columns<R> uuid(Function<R, UUID> value) {
        columns.addArrayOfUUID(array(value, UUID[]::new));
        return this;
    }

    public Columns<R> integer(ToIntFunction<R> value) {
        return nullableInteger(value::applyAsInt);
    }

    public Columns<R> nullableInteger(Function<R, Integer> value) {
        columns.addArrayOfInteger(array(value, Integer[]::new));
        return this;
    }

    public Columns<R> bigint(ToLongFunction<R> value) {
        return nullableBigint(value::applyAsLong);
    }

    public Columns<R> nullableBigint(Function<R, Long> value) {
        columns.addArrayOfLong(array(value, Long[]::new));
        return this;
    }

    public Columns<R> number(ToDoubleFunction<R> value) {
        return nullableNumber(value::applyAsDouble);
    }

    public Columns<R> nullableNumber(Function<R, Double> value) {
        columns.addArrayOfDouble(array(value, Double[]::new));
        return this;
    }

    public Columns<R> flag(Predicate<R> value) {
        columns.addArrayOfBoolean(array(value::test, Boolean[]::new));
        return this;
    }

    /** For {@code bytea[]}; null stays null. */
    public Columns<R> bytes(Function<R, byte[]> value) {
        columns.addValue(array(
                row -> {
                    var bytes = value.apply(row);
                    return bytes == null ? null : Buffer.buffer(bytes);
                },
                Buffer[]::new));
        return this;
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

    /** The statement's parameters, in the order in which the columns were added. */
    public Tuple toTuple() {
        return columns;
    }

    /** The same, after the single values {@code first}. */
    public Tuple toTuple(Object... first) {
        var tuple = Tuple.from(first);
        for (var i = 0; i < columns.size(); i++) {
            tuple.addValue(columns.getValue(i));
        }
        return tuple;
    }

    private <T> T[] array(Function<R, T> value, IntFunction<T[]> create) {
        return rows.stream().map(value).toArray(create);
    }
}
