package io.ressenti.platform.metrics;

import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.PlatformTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

@PlatformTest
class OpenMetricsTest {

    /** The first two are what Prometheus 3 and Prometheus 2 ask for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1 | application/openmetrics-text
            application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text
            text/plain;version=0.0.4,application/openmetrics-text;q=0.5,*/*;q=0.1 | text/plain
            text/plain | text/plain
            */* | application/openmetrics-text
            """)
    void whoPrefersAFormatGetsIt(String accept, String format) {
        given().header("Authorization", "Bearer " + TestCredentials.ACME)
                .header("Accept", accept)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .contentType(startsWith(format));
    }
}
