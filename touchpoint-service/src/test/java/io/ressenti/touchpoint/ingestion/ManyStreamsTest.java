package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** As many slow clients as there may be, each in the middle of its stream. */
@QuarkusTest
class ManyStreamsTest extends IngestionScenario {

    private static final int MOST_STREAMS = 64;

    private final List<RawHttp> slow = new ArrayList<>();

    @BeforeEach
    void openStreams() throws IOException {
        for (int i = 0; i < MOST_STREAMS; i++) {
            slow.add(new RawHttp()
                    .send(RawHttp.post(BATCH, "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked"))
                    .sendChunk("{".getBytes(UTF_8)));
        }
        awaitThat(() -> {
            sayALittle();
            return statusOfAnother() == 503;
        });
    }

    @AfterEach
    void closeStreams() throws IOException {
        for (var connection : slow) {
            connection.close();
        }
        awaitThat(() -> statusOfAnother() == 200);
    }

    @Test
    void anotherStreamIsToldToComeAgain() {
        // Given
        var body = delivery("a", customer, TIME);

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", equalTo("urn:ressenti:problem:too-many-streams"))
                .body("detail", containsString("64"))
                .body("confirmedLines", equalTo(0));
    }

    @Test
    void otherRequestsGoOn() {
        // Given
        var body = "[" + delivery("a", customer, TIME) + "]";

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(1));
    }

    private static void awaitThat(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static int statusOfAnother() {
        return acmeLines("").queryParam("dryRun", true).post(BATCH).statusCode();
    }

    /** A stream that is silent for too long is ended. */
    private void sayALittle() throws IOException {
        for (var connection : slow) {
            connection.sendChunk(" ".getBytes(UTF_8));
        }
    }
}
