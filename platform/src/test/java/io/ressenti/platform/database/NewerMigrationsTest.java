package io.ressenti.platform.database;

import io.agroal.api.AgroalDataSource;
import io.ressenti.platform.PlatformTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;

/** An instance of this version starts on tables that a newer version has migrated: in a roll-out, or after going back. */
@PlatformTest
class NewerMigrationsTest {

    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void migrateAsNewerVersionsWould() throws SQLException {
        execute("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (9001, '0.1.5', 'below what is known', 'SQL', 'V0.1.5__below_what_is_known.sql', 1, 'newer', 1, true),
                    (9002, '999', 'above it', 'SQL', 'V999__above_it.sql', 1, 'newer', 1, true)
                """);
    }

    @AfterEach
    void forget() throws SQLException {
        execute("DELETE FROM flyway_schema_history WHERE installed_by = 'newer'");
    }

    @Test
    void areNoReasonNotToStart() {
        // When, then: what a service does before it serves, and what its migration's Job does
        assertThatCode(() -> {
                    flyway.validate();
                    flyway.migrate();
                })
                .doesNotThrowAnyException();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
