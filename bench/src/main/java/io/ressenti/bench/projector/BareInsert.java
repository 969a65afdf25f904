package io.ressenti.bench.projector;

import io.ressenti.cli.client.ClientException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the projector is compared with: the same rows into a table that has a primary key and nothing else, a thousand with each
 * {@code unnest} statement, each committed. It reads no topic and decides nothing.
 */
final class BareInsert {

    private static final int ROWS = 1000;
    private static final String KEY = "brand, kind, source, id";

    /** A column of the timelines. */
    private record Column(String name, String type) {}

    private final Connection connection;
    private final List<Column> columns;

    BareInsert(Connection connection) throws SQLException {
        this.connection = connection;
        this.columns = columns(connection);
    }

    /**
     * Copies every line of the timelines.
     *
     * @return lines per second of inserting alone: the time that the lines are read in is left out
     */
    double linesPerSecond() throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute("DROP TABLE IF EXISTS bench_entry");
            create.execute("CREATE TABLE bench_entry (%s, PRIMARY KEY (%s))".formatted(definition(), KEY));
        }
        connection.setAutoCommit(false);
        try (var reading = connection.createStatement();
                var insert = connection.prepareStatement(insert())) {
            // Held over the commits in between; the lines come in no order, as they do from a topic.
            reading.execute(
                    "DECLARE line CURSOR WITH HOLD FOR SELECT %s FROM journey_entry".formatted(names("::text")));
            connection.commit();
            return copy(reading, insert);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private double copy(Statement reading, PreparedStatement insert) throws SQLException {
        long lines = 0;
        var inserting = Duration.ZERO;
        for (var block = next(reading); !block.getFirst().isEmpty(); block = next(reading)) {
            var start = System.nanoTime();
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, textArray(block.get(i)));
            }
            insert.executeUpdate();
            connection.commit();
            inserting = inserting.plusNanos(System.nanoTime() - start);
            lines += block.getFirst().size();
        }
        return lines / (inserting.toNanos() / 1e9);
    }

    /** The next lines, column by column. */
    private List<List<String>> next(Statement reading) throws SQLException {
        List<List<String>> block = new ArrayList<>();
        columns.forEach(column -> block.add(new ArrayList<>(ROWS)));
        try (var rows = reading.executeQuery("FETCH " + ROWS + " FROM line")) {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    block.get(i).add(rows.getString(i + 1));
                }
            }
        }
        return block;
    }

    private Array textArray(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private String insert() {
        var arrays = columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        var values = columns.stream()
                .map(column -> column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        return "INSERT INTO bench_entry SELECT %s FROM unnest(%s) AS line (%s)".formatted(values, arrays, names(""));
    }

    private String definition() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    private String names(String suffix) {
        return columns.stream().map(column -> column.name() + suffix).collect(Collectors.joining(", "));
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var rows = connection.getMetaData().getColumns(null, null, "journey_entry", null)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME")));
            }
        }
        if (columns.isEmpty()) {
            throw new ClientException("The service's database holds no timelines.");
        }
        return columns;
    }
}
