package io.ressenti.bench.scoring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The keys and indexes of some tables: a large table is filled faster without, and gets them afterwards. */
final class Indexes {

    private static final String KEYS = """
            SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', relname, conname),
                format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(key.oid))
            FROM pg_constraint AS key JOIN pg_class AS owner ON owner.oid = conrelid
            WHERE contype = 'p' AND relname = ANY (?)
            """;

    private static final String OTHERS = """
            SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes AS other
            WHERE tablename = ANY (?) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = other.indexname)
            """;

    private final Connection connection;
    private final List<String> create = new ArrayList<>();

    /** Drops those of {@code tables}. */
    Indexes(Connection connection, String... tables) throws SQLException {
        this.connection = connection;
        for (var question : List.of(KEYS, OTHERS)) {
            drop(question, tables);
        }
    }

    /** Creates them again. */
    void restore() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : create) {
                statement.execute(sql);
            }
        }
    }

    private void drop(String question, String... tables) throws SQLException {
        try (var asking = connection.prepareStatement(question);
                var statement = connection.createStatement()) {
            asking.setArray(1, connection.createArrayOf("text", tables));
            var rows = asking.executeQuery();
            while (rows.next()) {
                statement.execute(rows.getString(1));
                create.add(rows.getString(2));
            }
        }
    }
}
