package io.ressenti.scoring.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What databases hold that are older than the log of changes is carried over into all sums. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class SumsMigrationTest {

    private static final String SCHEMA = "older";

    /** Two hundred signals over three months, each as often under another partition; some are answers, some a partner's. */
    private static final String SIGNALS = """
            INSERT INTO signal
            SELECT 'acme', 'c-' || number % 7, timestamptz '2026-01-15 10:00Z' + number * interval '9 hours', 0,
                gen_random_uuid(), 'FEEDBACK', 'shop', 'e-' || number, NULL, 't-' || number % 3, 'ACCESS', 'WEB',
                CASE WHEN number % 2 = 0 THEN 'seller-' || number % 5 END, now(), 'CSAT', number % 101, NULL,
                number % 101 < 40, 1, 'EXPERIENCE:STATED', CASE WHEN number % 3 > 0 THEN 'CSAT:5' END,
                CASE WHEN number % 3 > 0 THEN number % 5 + 1 END, number % 3 > 0 AND number % 5 > 2, false, number % 6
            FROM generate_series(1, 200) AS number
            """;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Pool pool;

    private SqlConnection older;

    @BeforeEach
    void connect() {
        older = pool.getConnection().await().indefinitely();
        older.query("SET search_path TO " + SCHEMA).executeAndAwait();
    }

    @AfterEach
    void dropSchema() {
        older.query("DROP SCHEMA " + SCHEMA + " CASCADE").executeAndAwait();
        older.query("RESET search_path").executeAndAwait();
        older.closeAndAwait();
    }

    @Test
    void whatHasCountedStandsInAllSums() {
        // Given
        migrateTo("010");
        older.query(SIGNALS).executeAndAwait();

        // When
        migrateTo("latest");

        // Then
        assertThat(rows("signal_change")).isZero();
        var comparison = new TableComparison(new ObjectMapper());
        assertThat(SumTable.ALL).allSatisfy(table -> {
            var found = comparison.compare(older, table.name(), table.comparison());
            assertThat(found.rows()).isPositive();
            assertThat(found.differences()).isZero();
        });
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private long rows(String table) {
        return older.query("SELECT count(*) AS n FROM " + table)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("n");
    }
}
