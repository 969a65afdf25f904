package io.ressenti.touchpoint.ingestion;

import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class CompressedBodyTest extends IngestionScenario {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void anEventIsTakenIn(String coding) throws IOException {
        // Given
        var body = compressed(coding, delivery("a", customer, TIME));

        // When
        var answer = send(coding, "application/json").body(body).post(ONE);

        // Then
        answer.then().statusCode(202).body("id", equalTo("a"));
        awaitJourneyOf(customer, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, application/json",
        "zstd, application/json",
        "gzip, application/x-ndjson",
        "zstd, application/x-ndjson"
    })
    void aBatchIsTakenIn(String coding, String contentType) throws IOException {
        // Given
        var first = delivery("a", customer, TIME);
        var second = delivery("b", customer, TIME);
        var batch = contentType.endsWith("ndjson") ? first + "\n" + second : "[" + first + "," + second + "]";

        // When
        var answer = send(coding, contentType).body(compressed(coding, batch)).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatSwellsBeyondTheLimitIsRefused(String coding) throws IOException {
        // Given a body of some kilobytes that becomes 200 MB
        var body = compressed(coding, " ".repeat(200_000_000));

        // When
        var answer = send(coding, "application/json").body(body).post(BATCH);

        // Then
        answer.then().statusCode(413).body("type", equalTo("urn:ressenti:problem:too-large"));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, application/json",
        "zstd, application/json",
        "gzip, application/x-ndjson",
        "zstd, application/x-ndjson"
    })
    void aDamagedBodyIsRefused(String coding, String contentType) throws IOException {
        // Given
        var body = compressed(coding, delivery("a", customer, TIME));
        body[body.length - 1] ^= 1;
        body[2] ^= 1;

        // When
        var answer = send(coding, contentType).body(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("The body is not valid " + coding));
    }

    @ParameterizedTest
    @CsvSource({
        "br, application/json",
        "deflate, application/json",
        "br, application/x-ndjson",
        "'gzip, gzip', application/json"
    })
    void anotherCodingIsRefusedWithThoseThatAreKnown(String coding, String contentType) {
        send(coding, contentType)
                .body(new byte[] {1, 2, 3})
                .post(BATCH)
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "gzip, zstd")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unsupported-content-encoding"));
    }

    @Test
    void otherPathsUnderstandItToo() throws IOException {
        send("gzip", "application/json")
                .body(compressed("gzip", DELIVERY_BODY))
                .put("/api/v1/catalogue/touchpoints/" + DELIVERY)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification send(String coding, String contentType) {
        var encoder = encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(contentType, ContentType.BINARY);
        return acme().config(RestAssured.config().encoderConfig(encoder))
                .contentType(contentType)
                .header("Content-Encoding", coding);
    }

    private static byte[] compressed(String coding, String text) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = coding.equals("gzip") ? new GZIPOutputStream(body) : new ZstdOutputStream(body)) {
            out.write(text.getBytes(UTF_8));
        }
        return body.toByteArray();
    }
}
