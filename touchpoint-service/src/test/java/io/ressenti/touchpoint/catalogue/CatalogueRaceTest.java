package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.touchpoint.ServiceTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Requests about an entry that another is deleting: they wait, and find it gone. */
@QuarkusTest
class CatalogueRaceTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SELLER = "{\"name\":\"Seller\"}";

    @Inject
    Pool pool;

    private final String code = unique("x");
    private final String path = "/api/v1/catalogue/partners/" + code;
    private SqlConnection other;
    private Transaction deletion;

    @BeforeEach
    void anotherIsDeletingIt() {
        acme().body(SELLER).put(path).then().statusCode(201);
        other = pool.getConnection().await().atMost(PATIENCE);
        deletion = other.begin().await().atMost(PATIENCE);
        other.preparedQuery("DELETE FROM partner WHERE brand = 'acme' AND code = $1")
                .execute(Tuple.of(code))
                .await()
                .atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        other.close().await().atMost(PATIENCE);
    }

    @Test
    void whoeverChangesItAddsIt() {
        // Given
        var request = acme().body("{\"name\":\"Another\"}");

        // When
        var answer = CompletableFuture.supplyAsync(() -> request.put(path));

        // Then
        thenItWaits();
        assertThat(answer)
                .succeedsWithin(PATIENCE)
                .extracting(Response::statusCode)
                .isEqualTo(201);
        acme().get(path).then().statusCode(200).body("name", equalTo("Another"));
    }

    @Test
    void whoeverDeletesItIsToldThatThereIsNone() {
        // Given
        var request = acme();

        // When
        var answer = CompletableFuture.supplyAsync(() -> request.delete(path));

        // Then
        thenItWaits();
        assertThat(answer)
                .succeedsWithin(PATIENCE)
                .extracting(Response::statusCode)
                .isEqualTo(404);
    }

    private void thenItWaits() {
        await().atMost(PATIENCE)
                .until(() -> pool.query("SELECT FROM pg_locks WHERE NOT granted")
                                .executeAndAwait()
                                .size()
                        == 1);
        deletion.commit().await().atMost(PATIENCE);
    }
}
