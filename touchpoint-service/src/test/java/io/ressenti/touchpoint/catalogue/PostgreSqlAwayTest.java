package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.embedded.FreePorts;
import io.ressenti.touchpoint.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What clients are told while nothing answers where PostgreSQL should be. */
@QuarkusTest
@TestProfile(PostgreSqlAwayTest.PostgreSqlAway.class)
class PostgreSqlAwayTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/catalogue",
                "GET | /api/v1/catalogue/touchpoints",
                "GET | /api/v1/catalogue/touchpoints/order-delivered/revisions",
                "GET | /api/v1/catalogue/partners/seller-9",
                "PUT | /api/v1/catalogue/touchpoints/order-delivered",
                "DELETE | /api/v1/catalogue/touchpoints/order-delivered",
                "GET | /api/v1/customers/c-42/journey",
            })
    void nothingIsReadOrChanged(String method, String path) {
        // Given
        var request = acme().body(DELIVERY_BODY);

        // When
        var answer = request.request(method, path);

        // Then
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unavailable"));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void anEventIsNotJudgedByACatalogueThatNobodyKnows() {
        // Given
        var event = delivery("a", unique("c"), "2018-01-18T22:56:59Z");

        // When
        var answer = acme().body(event).post("/api/v1/touchpoints");

        // Then
        answer.then().statusCode(503).body("type", equalTo("urn:ressenti:problem:unavailable"));
    }

    @Test
    void theServiceIsAliveButNotReady() {
        // Given the service without PostgreSQL

        // When
        var ready = acme().get("/q/health/ready").statusCode();

        // Then
        assertThat(ready).isEqualTo(503);
        assertThat(acme().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** The service as in every test, but with a wrong address of PostgreSQL, except for migrations. */
    public static class PostgreSqlAway implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NobodyThere.class));
        }
    }

    /** A port of this machine at which nobody listens. */
    public static class NobodyThere implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            var port = FreePorts.find(1).getFirst();
            return Map.of("quarkus.datasource.reactive.url", "postgresql://localhost:" + port + "/touchpoint");
        }

        @Override
        public void stop() {}

        /** After the real infrastructure, so that this address counts. */
        @Override
        public int order() {
            return 1;
        }
    }
}
