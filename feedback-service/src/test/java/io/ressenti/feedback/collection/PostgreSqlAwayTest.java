package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

/** PostgreSQL throws everybody out and lets nobody in, as when it restarts. */
@QuarkusTest
class PostgreSqlAwayTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection administrator;

    @BeforeEach
    void connect() throws SQLException {
        administrator = DriverManager.getConnection(url, user, password);
    }

    @AfterEach
    void comeBack() throws SQLException {
        execute("ALTER DATABASE feedback CONNECTION LIMIT -1");
        administrator.close();
    }

    @Test
    void requestsAreSentBackLaterAndServedAgainWithoutARestart() throws SQLException {
        // Given
        var body = FeedbackJson.withId(UUID.randomUUID().toString());
        execute("ALTER DATABASE feedback CONNECTION LIMIT 0");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = 'feedback' AND pid <> pg_backend_pid()");

        // When
        var meanwhile =
                as(TestCredentials.ACME).body(body).post("/api/v1/feedback").then();

        // Then
        meanwhile
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("type", equalTo("urn:ressenti:problem:unavailable"))
                .body("detail", notNullValue());
        RestAssured.get("/q/health/ready").then().statusCode(503);
        RestAssured.get("/q/health/live").then().statusCode(200);
        execute("ALTER DATABASE feedback CONNECTION LIMIT -1");
        await().atMost(PATIENCE).untilAsserted(() -> as(TestCredentials.ACME)
                .body(body)
                .post("/api/v1/feedback")
                .then()
                .statusCode(201));
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    private void execute(String statement) throws SQLException {
        try (var running = administrator.createStatement()) {
            running.execute(statement);
        }
    }
}
