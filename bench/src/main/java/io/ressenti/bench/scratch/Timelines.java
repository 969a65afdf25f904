package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** What stands in the touchpoint service's timelines, read straight from its database. */
public final class Timelines implements AutoCloseable {

    private final Connection connection;

    public Timelines(Scratch scratch) {
        connection = scratch.connect();
    }

    /** How many lines there are. */
    public long count() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM journey_entry")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The ids of the events that begin with {@code prefix}. */
    public Set<String> ids(String prefix) {
        Set<String> ids = new HashSet<>();
        try (var statement = connection.prepareStatement("SELECT id FROM journey_entry WHERE starts_with(id, ?)")) {
            statement.setString(1, prefix);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static ClientException unreadable(SQLException e) {
        return new ClientException("The timelines cannot be read from the service's database.", e);
    }
}
