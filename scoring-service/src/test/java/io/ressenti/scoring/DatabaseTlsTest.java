package io.ressenti.scoring;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.scoring.testing.TlsInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Told so, a service speaks TLS with PostgreSQL on every connection: migrations', its own, a rebuild's. */
@QuarkusTest
@TestProfile(DatabaseTlsTest.Tls.class)
class DatabaseTlsTest {

    private static final String ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    @Inject
    AgroalDataSource migrations;

    @Inject
    Pool service;

    @Inject
    @DataSource("rebuild")
    AgroalDataSource rebuildMigrations;

    @Inject
    @ReactiveDataSource("rebuild")
    Pool rebuild;

    @Test
    void everyConnectionIsEncrypted() throws SQLException {
        assertThat(encrypted(migrations)).isTrue();
        assertThat(encrypted(service)).isTrue();
        assertThat(encrypted(rebuildMigrations)).isTrue();
        assertThat(encrypted(rebuild)).isTrue();
    }

    private static boolean encrypted(AgroalDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(ENCRYPTED)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static boolean encrypted(Pool pool) {
        return pool.query(ENCRYPTED).executeAndAwait().iterator().next().getBoolean(0);
    }

    public static class Tls implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "test,database-tls";
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TlsInfrastructure.class, Map.of("service", "scoring")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
